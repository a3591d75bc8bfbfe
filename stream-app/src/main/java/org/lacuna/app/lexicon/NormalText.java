package org.lacuna.app.lexicon;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the matcher reads it, with the way back to the offsets of the original: compatibility forms folded (NFKC),
 * lower case, invisible characters gone, dashes and runs of space one space, typographic apostrophes plain.
 *
 * <p>Source of the folding: Unicode Standard Annex 15, NFKC.
 */
final class NormalText {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    private NormalText() {}

    static NormalText of(String original) {
        var normal = new NormalText();
        int at = 0;
        while (at < original.length()) {
            int end = clusterEnd(original, at);
            normal.append(original.substring(at, end), at, end);
            at = end;
        }
        return normal;
    }

    String text() {
        return text.toString();
    }

    /** Offset in the original of the character at a normal offset. */
    int start(int offset) {
        return starts[offset];
    }

    /** End in the original, exclusive, of what ends at that normal offset, exclusive. */
    int end(int offset) {
        return ends[offset - 1];
    }

    /** A base character with the marks that combine with it: what NFKC may compose. */
    private static int clusterEnd(String s, int from) {
        int end = from + Character.charCount(s.codePointAt(from));
        while (end < s.length() && isMark(s.codePointAt(end))) {
            end += Character.charCount(s.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void append(String cluster, int start, int end) {
        var folded = cluster.length() == 1 && cluster.charAt(0) < 0x80
                ? cluster.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(cluster, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < folded.length(); i++) {
            char c = fold(folded.charAt(i));
            boolean invisible = Character.getType(c) == Character.FORMAT;
            boolean secondSpace = c == ' ' && !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            if (!invisible && !secondSpace) {
                add(c, start, end);
            }
        }
    }

    private static char fold(char c) {
        if (Character.isWhitespace(c) || Character.getType(c) == Character.DASH_PUNCTUATION) {
            return ' ';
        }
        return c == '\u2019' || c == '\u2018' ? '\'' : c;
    }

    private void add(char c, int start, int end) {
        int n = text.length();
        if (n == starts.length) {
            starts = Arrays.copyOf(starts, n * 2);
            ends = Arrays.copyOf(ends, n * 2);
        }
        starts[n] = start;
        ends[n] = end;
        text.append(c);
    }
}
