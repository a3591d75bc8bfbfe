package org.lacuna.app.lexicon;

import java.util.List;

/** Where words in Latin letters or digits begin and end, in a normal text. */
final class Latin {
    private Latin() {}

    /** Whether the range is not the inside of a longer Latin word or number. Always true at a Chinese character. */
    static boolean onBoundary(String text, int begin, int end) {
        boolean left = begin == 0 || !(isWordPart(text.charAt(begin)) && isWordPart(text.charAt(begin - 1)));
        boolean right = end == text.length() || !(isWordPart(text.charAt(end - 1)) && isWordPart(text.charAt(end)));
        return left && right;
    }

    /** Whether the word stands in the text on its boundaries. */
    static boolean containsWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (onBoundary(text, at, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    /** The form itself, and its simple plural where it ends in a Latin letter. */
    static List<String> withPlural(String form) {
        char last = form.charAt(form.length() - 1);
        if (!(isWordPart(last) && Character.isLetter(last)) || last == 's') {
            return List.of(form);
        }
        if (last == 'y' && form.length() > 2 && "aeiou".indexOf(form.charAt(form.length() - 2)) < 0) {
            return List.of(form, form.substring(0, form.length() - 1) + "ies");
        }
        boolean hisses = last == 'x' || form.endsWith("sh") || form.endsWith("ch");
        return List.of(form, form + (hisses ? "es" : "s"));
    }

    private static boolean isWordPart(char c) {
        return Character.isDigit(c)
                || (Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
}
