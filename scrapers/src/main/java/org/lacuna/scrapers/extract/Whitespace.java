package org.lacuna.scrapers.extract;

import java.util.List;

/** Blanks and line ends, which carry no meaning in prose: how they are joined and collapsed. */
final class Whitespace {

    private Whitespace() {}

    /**
     * Undoes the wrapping of lines: a run of white space becomes one blank, or nothing where it holds a line end that
     * stands between two characters of a script written without blanks. Blanks of no width vanish. Idempotent.
     */
    static String unwrapped(String text) {
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!isBlank(codePoint)) {
                out.appendCodePoint(codePoint);
                at += Character.charCount(codePoint);
                continue;
            }
            boolean lineEnd = false;
            boolean visible = false;
            while (at < text.length() && isBlank(text.charAt(at))) {
                lineEnd |= isLineEnd(text.charAt(at));
                visible |= !isZeroWidth(text.charAt(at));
                at++;
            }
            boolean edge = out.isEmpty() || at == text.length();
            if (visible
                    && !edge
                    && !(lineEnd
                            && isUnspaced(out.codePointBefore(out.length()))
                            && isUnspaced(text.codePointAt(at)))) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /** Joins lines as {@link #unwrapped} does; empty lines leave no trace. */
    static String joined(List<String> lines) {
        return unwrapped(String.join("\n", lines));
    }

    /** Whether a character belongs to a script (or its punctuation) that is written without blanks. */
    static boolean isUnspaced(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> (codePoint >= 0x3001 && codePoint <= 0x303F) || (codePoint >= 0xFF01 && codePoint <= 0xFF65);
        };
    }

    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == 0x85
                || isZeroWidth(codePoint);
    }

    private static boolean isZeroWidth(int codePoint) {
        return codePoint == 0x200B || codePoint == 0xFEFF;
    }

    private static boolean isLineEnd(char character) {
        return character == '\n'
                || character == '\r'
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }
}
