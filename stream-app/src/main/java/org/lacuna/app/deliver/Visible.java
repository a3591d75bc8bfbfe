package org.lacuna.app.deliver;

import java.util.Locale;

/** Foreign text made safe to stand in a mail: what cannot be seen, or would turn the text around it, is named. */
final class Visible {

    private Visible() {}

    /** Keeps line breaks; controls, zero-width and direction characters become such as {@code ⟨U+202E⟩}. */
    static String text(String text) {
        var seen = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> append(seen, c));
        return seen.toString();
    }

    /** The same on one line, for a header or a heading; no longer than {@code most} characters. */
    static String line(String text, int most) {
        var line = text(text).replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static void append(StringBuilder seen, int c) {
        switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> seen.append('\n');
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> {
                if (c == '\n' || c == '\t') {
                    seen.appendCodePoint(c);
                } else {
                    seen.append(String.format(Locale.ROOT, "⟨U+%04X⟩", c));
                }
            }
            default -> seen.appendCodePoint(c);
        }
    }
}
