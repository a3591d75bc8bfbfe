package org.lacuna.app.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Guesses which name was meant. */
final class Closest {

    private Closest() {}

    /** The names that take the fewest edits to make of what was given, best first; a name that holds it comes before. */
    static List<String> to(String given, List<String> names, int most) {
        var wanted = given.toLowerCase(Locale.ROOT);
        return names.stream()
                .sorted(Comparator.<String, Boolean>comparing(
                                name -> !name.toLowerCase(Locale.ROOT).contains(wanted))
                        .thenComparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** Least number of characters to insert, delete or replace (Levenshtein 1966). */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
