package org.lacuna.app.compare.engine.across;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.lacuna.app.compare.engine.normal.HanScript;

/**
 * Reads sentences as the words that the word model works on: single Han and kana characters, Latin words cut to their
 * first letters, figures by their value, and the marks that translators keep. Not thread-safe.
 *
 * <p>Single characters rather than words, because a segmenter's words are too rare to learn from one book; cut words,
 * because endings differ more than stems.
 */
final class Reading {

    private static final int STEM = 6;

    private final Words words;
    private int[] out = new int[64];
    private int size;

    Reading(Words words) {
        this.words = words;
    }

    /** The words of a sentence, in its order; none for a blank one. */
    int[] of(String sentence) {
        size = 0;
        String text = Normalizer.normalize(sentence, Normalizer.Form.NFKC);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (Character.isDigit(c)) {
                next = figure(text, i);
            } else if (isAlone(c)) {
                next = Math.max(next, chineseFigure(text, i));
                add(Character.toString(HanScript.simplified(c)));
                for (int at = i + Character.charCount(c); at < next; at++) {
                    add(Character.toString(HanScript.simplified(text.charAt(at))));
                }
            } else if (Character.isLetter(c)) {
                next = word(text, i);
            } else {
                mark(c);
            }
            i = next;
        }
        return Arrays.copyOf(out, size);
    }

    /** How much a sentence says, in characters without blanks; 1 at least. */
    static double length(String sentence) {
        return Math.max(
                1, sentence.codePoints().filter(c -> !Character.isWhitespace(c)).count());
    }

    static boolean isAlone(int c) {
        if (c < 0xE00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private int word(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.codePointAt(end)) && !isAlone(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        add(stem(text.substring(from, end)));
        return end;
    }

    /** The start of a word without case and accents. */
    static String stem(String word) {
        String bare = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return bare.substring(0, Math.min(STEM, bare.length()));
    }

    /** A run of digits; separators of thousands are left out. */
    private int figure(String text, int from) {
        var digits = new StringBuilder();
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean separates = (c == ',' || c == '.')
                    && at + 3 < text.length()
                    && Character.isDigit(text.charAt(at + 1))
                    && Character.isDigit(text.charAt(at + 2))
                    && Character.isDigit(text.charAt(at + 3));
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (!separates) {
                break;
            }
            at++;
        }
        add("#" + digits);
        return Math.max(at, from + 1);
    }

    /** Where a run of Chinese numerals ends that is worth a figure; its value is added. */
    private int chineseFigure(String text, int from) {
        int end = from;
        while (end < text.length() && ChineseNumerals.isNumeral(text.charAt(end))) {
            end++;
        }
        if (end - from < 2) {
            return from;
        }
        ChineseNumerals.value(text.substring(from, end)).ifPresent(value -> add("#" + value));
        return end;
    }

    private void mark(int c) {
        switch (c) {
            case '?' -> add("?");
            case '!' -> add("!");
            case '"', 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F, 0xAB, 0xBB, 0x201E -> add("\"");
            case ':' -> add(":");
            case ';' -> add(";");
            default -> {
                // Other marks follow each language's own custom.
            }
        }
    }

    private void add(String word) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = words.of(word);
    }
}
