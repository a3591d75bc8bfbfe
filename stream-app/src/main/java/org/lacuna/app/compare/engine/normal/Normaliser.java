package org.lacuna.app.compare.engine.normal;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Reads text as a list of token numbers: a token for each Chinese, Japanese or Thai character and for each word of other
 * scripts, without case, accents, width, punctuation, spelling variant, Traditional form and regional word. Each token
 * knows where it stands in the text. Not thread-safe. Source: Unicode Standard Annex 15 (NFKC), applied to each character
 * with its marks.
 */
public final class Normaliser {

    private final Vocabulary vocabulary;
    private final StringBuilder word = new StringBuilder();
    private int wordFrom;
    private int wordTo;
    private int[] ids = new int[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int size;

    /** A reader that numbers words by a vocabulary. */
    public Normaliser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Tokens with their places.
     *
     * @param ids the number of each token
     * @param from its first UTF-16 code unit in the text, from 0
     * @param to the code unit after its last one
     */
    @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
    public record Read(int[] ids, int[] from, int[] to) {}

    /** The tokens of a text, in order. */
    public int[] tokens(String text) {
        read(text);
        return Arrays.copyOf(ids, size);
    }

    /** The tokens of a text, in order, with their places. */
    public Read tokensWithPlaces(String text) {
        read(text);
        return new Read(Arrays.copyOf(ids, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }

    private void read(String text) {
        size = 0;
        word.setLength(0);
        boolean regional = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int next = i + 1;
            if (c < 0x80) {
                if (isAsciiWord(c)) {
                    put(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, i, next);
                } else if (!joins(text, i, next, c)) {
                    endWord();
                }
            } else if (c >= 0x4E00 && c <= 0x9FFF) {
                endWord();
                int folded = HanScript.simplified(c);
                regional |= RegionalWords.mayBegin(folded);
                add(folded, i, next);
            } else if (!isInvisible(c)) {
                next = endOfCluster(text, i);
                if (isQuoteOrDash(c) && next == i + 1) {
                    if (!joins(text, i, next, c)) {
                        endWord();
                    }
                } else {
                    cluster(text, i, next);
                }
            }
            i = next;
        }
        endWord();
        if (regional) {
            foldRegionalWords();
        }
    }

    private static boolean isAsciiWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Soft hyphens, zero-width characters, direction marks and variation selectors are no part of what is said. */
    private static boolean isInvisible(char c) {
        return c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0xFEFF;
    }

    private static boolean isQuoteOrDash(char c) {
        return (c >= 0x2010 && c <= 0x201F) || c == 0x2BC;
    }

    /** A character with the marks that follow it. */
    private static int endOfCluster(String text, int from) {
        int end = from + Character.charCount(text.codePointAt(from));
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (c < 0x300 || !isMark(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0xFF9E
                || c == 0xFF9F;
    }

    private void cluster(String text, int start, int end) {
        String plain = Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC);
        for (int k = 0; k < plain.length(); ) {
            int c = plain.codePointAt(k);
            k += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                if (c >= 0xE00 && standsAlone(c)) {
                    endWord();
                    add(HanScript.simplified(c), start, end);
                } else {
                    letter(c, start, end);
                }
            } else if (c >= 0x370 && isMark(c)) {
                if (c > Character.MAX_VALUE || !isInvisible((char) c)) {
                    put(c, start, end);
                }
            } else if (!isMark(c) && !joins(text, start, end, c)) {
                endWord();
            }
        }
    }

    private static boolean standsAlone(int c) {
        if (Character.isIdeographic(c)) {
            return true;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** Hyphens and apostrophes inside a word and separators inside a number leave it whole. */
    private boolean joins(String s, int at, int next, int c) {
        if (word.isEmpty() || at == 0 || next >= s.length()) {
            return false;
        }
        char before = s.charAt(at - 1);
        char after = s.charAt(next);
        return switch (c) {
            case '-', '\u2010', '\u2011', '\'', '\u2019', '\u02BC' ->
                Character.isLetter(before) && (Character.isLetter(after) || (after == '\n' && c == '-'));
            case '\n' -> before == '-' && Character.isLetter(after);
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private void letter(int c, int start, int end) {
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 0xE6 -> put("ae", start, end);
            case 0x153 -> put("oe", start, end);
            case 0xDF -> put("ss", start, end);
            default -> {
                if (lower < 0x530 || (lower >= 0x1E00 && lower < 0x2000)) {
                    String bare = Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD);
                    put(bare.codePointAt(0), start, end);
                } else {
                    put(lower, start, end);
                }
            }
        }
    }

    private void put(String letters, int start, int end) {
        for (int k = 0; k < letters.length(); k++) {
            put(letters.charAt(k), start, end);
        }
    }

    private void put(int c, int start, int end) {
        if (word.isEmpty()) {
            wordFrom = start;
        }
        word.appendCodePoint(c);
        wordTo = end;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            add(vocabulary.of(word.toString()), wordFrom, wordTo);
            word.setLength(0);
        }
    }

    private void add(int token, int start, int end) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
        ids[size] = token;
        from[size] = start;
        to[size++] = end;
    }

    /** Longest word first, from the left; the characters of the other word share the place of the whole one. */
    private void foldRegionalWords() {
        int length = size;
        int[] oldIds = Arrays.copyOf(ids, length);
        int[] oldFrom = Arrays.copyOf(from, length);
        int[] oldTo = Arrays.copyOf(to, length);
        size = 0;
        for (int i = 0; i < length; ) {
            int end = RegionalWords.mayBegin(oldIds[i]) ? endOfWord(oldIds, i, length) : i;
            if (end == i) {
                add(oldIds[i], oldFrom[i], oldTo[i]);
                i++;
                continue;
            }
            String other = RegionalWords.mainland(text(oldIds, i, end));
            for (int k = 0; k < other.length(); k++) {
                add(other.charAt(k), oldFrom[i], oldTo[end - 1]);
            }
            i = end;
        }
    }

    private static int endOfWord(int[] ids, int from, int length) {
        for (int end = Math.min(length, from + RegionalWords.longest()); end > from + 1; end--) {
            String word = text(ids, from, end);
            if (word.length() == end - from && !RegionalWords.mainland(word).equals(word)) {
                return end;
            }
        }
        return from;
    }

    private static String text(int[] ids, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to && ids[i] <= Character.MAX_VALUE; i++) {
            text.append((char) ids[i]);
        }
        return text.toString();
    }
}
