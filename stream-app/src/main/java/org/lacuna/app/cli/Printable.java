package org.lacuna.app.cli;

import java.util.stream.Collectors;

/** Makes text from outside safe to print: a terminal obeys control characters, and a reader is misled by bidi ones. */
final class Printable {

    private Printable() {}

    /** The text on one line, with control and invisible formatting characters as {@code U+XXXX}. */
    static String of(String text) {
        return text.codePoints().mapToObj(Printable::of).collect(Collectors.joining());
    }

    /** The same with its line breaks and tabs kept, for a page. */
    static String lines(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '\n' || c == '\t' ? Character.toString(c) : of(c))
                .collect(Collectors.joining());
    }

    private static String of(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> " ";
            case Character.CONTROL -> Character.isWhitespace(character) ? " " : named(character);
            case Character.FORMAT, Character.SURROGATE -> named(character);
            default -> Character.toString(character);
        };
    }

    private static String named(int character) {
        return "<U+%04X>".formatted(character);
    }
}
