package org.lacuna.app.compare.engine.normal;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Reads text as a list of token numbers: a token for each Chinese, Japanese or Thai character and for each word of other
 * scripts, without case, accents, width, punctuation, spelling variant and Traditional form. Not thread-safe. Source:
 * Unicode Standard Annex 15 (NFKC).
 */
public final class Normaliser {

    private final Vocabulary vocabulary;
    private final StringBuilder word = new StringBuilder();
    private int[] out = new int[64];
    private int size;

    /** A reader that numbers words by a vocabulary. */
    public Normaliser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The tokens of a text, in order. */
    public int[] tokens(String text) {
        size = 0;
        String s = plain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c < 0x80 ? isAsciiWord(c) : Character.isLetterOrDigit(c)) {
                if (c >= 0xE00 && standsAlone(c)) {
                    endWord();
                    add(HanScript.simplified(c));
                } else {
                    append(c);
                }
            } else if (c >= 0x80 && isMark(c)) {
                if (c >= 0x370) {
                    word.appendCodePoint(c);
                }
            } else if (!joins(s, i, next, c)) {
                endWord();
            }
            i = next;
        }
        endWord();
        return Arrays.copyOf(out, size);
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || c == 0xAD;
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
        if (word.isEmpty() || next >= s.length()) {
            return false;
        }
        char before = s.charAt(at - 1);
        char after = s.charAt(next);
        return switch (c) {
            case '-', '\u2010', '\u2011', '\'', '\u2019', '\u02BC' ->
                Character.isLetter(before) && (Character.isLetter(after) || (after == '\n' && c == '-'));
            case ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private void append(int c) {
        if (c < 0x80) {
            word.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            return;
        }
        int lower = Character.toLowerCase(c);
        switch (lower) {
            case 0xE6 -> word.append("ae");
            case 0x153 -> word.append("oe");
            case 0xDF -> word.append("ss");
            default -> {
                if (lower < 0x530 || (lower >= 0x1E00 && lower < 0x2000)) {
                    String bare = Normalizer.normalize(Character.toString(lower), Normalizer.Form.NFD);
                    word.appendCodePoint(bare.codePointAt(0));
                } else {
                    word.appendCodePoint(lower);
                }
            }
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            add(vocabulary.of(word.toString()));
            word.setLength(0);
        }
    }

    private void add(int token) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = token;
    }
}
