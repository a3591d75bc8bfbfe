package org.lacuna.app.web;

import java.lang.Character.UnicodeScript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text from outside as people see it. What would be invisible, turn the reading order or pass for another letter is
 * written out as {@code ‹U+202E›}: evidence shows what is there. Line breaks stay.
 */
final class Shown {

    /** Invisible, though Unicode counts them among the letters, marks and symbols. */
    private static final String BLANKS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Shown() {}

    /** The text with every character in sight. */
    static String text(String raw) {
        var shown = new StringBuilder(raw.length());
        WORD.matcher(raw)
                .replaceAll(word -> Matcher.quoteReplacement(lookalikes(word.group())))
                .codePoints()
                .forEach(c -> {
                    if (invisible(c)) {
                        shown.append(written(c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                });
        return shown.toString();
    }

    /** The same on one line, of at most {@code most} code points. */
    static String line(String raw, int most) {
        var line = SPACES.matcher(text(raw)).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** The same on one line. */
    static String line(String raw) {
        return line(raw, Integer.MAX_VALUE);
    }

    /** Whether nobody would see the character, or it would turn what is seen. */
    static boolean invisible(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> BLANKS.indexOf(c) >= 0;
        };
    }

    /** In a word that mixes Latin with Cyrillic or Greek letters, the latter carry their numbers. */
    private static String lookalikes(String word) {
        if (word.codePoints().noneMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN)
                || word.codePoints().noneMatch(Shown::lookalike)) {
            return word;
        }
        var shown = new StringBuilder();
        word.codePoints().forEach(c -> {
            shown.appendCodePoint(c);
            if (lookalike(c)) {
                shown.append(written(c));
            }
        });
        return shown.toString();
    }

    private static boolean lookalike(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.CYRILLIC || script == UnicodeScript.GREEK;
    }

    private static String written(int c) {
        return "‹U+%04X›".formatted(c);
    }
}
