package org.lacuna.scrapers.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits a paragraph into sentences: the boundaries of Unicode Standard Annex 29 as ICU4J finds them, without those
 * after abbreviations and initials, and with closing quotation marks kept where they belong. The same rules for every
 * language, so that two versions are split alike. Safe for use by many threads.
 */
final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "hon", "gen", "col", "capt", "lt", "sgt",
            "messrs", "e.g", "i.e", "vs", "no", "vol", "fig", "ch", "pp", "etc");

    private static final String CLOSING = "\"'”’」』）)]】》";

    private Sentences() {}

    /**
     * Splits a paragraph.
     *
     * @param paragraph text without line breaks
     * @return its sentences in order, without surrounding blanks; none where it is blank
     */
    static List<String> of(String paragraph) {
        var breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
        breaks.setText(paragraph);
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < start) {
                continue;
            }
            int whole = pastClosing(paragraph, end);
            if (whole < paragraph.length() && endsInAbbreviation(paragraph, start, whole)) {
                continue;
            }
            add(sentences, paragraph.substring(start, whole));
            start = whole;
        }
        add(sentences, paragraph.substring(start));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        var stripped = sentence.strip();
        if (!stripped.isEmpty()) {
            sentences.add(stripped);
        }
    }

    private static int pastClosing(String text, int end) {
        int past = end;
        while (past < text.length() && CLOSING.indexOf(text.charAt(past)) >= 0 && text.charAt(past - 1) != ' ') {
            past++;
        }
        return past;
    }

    private static boolean endsInAbbreviation(String text, int start, int end) {
        int stop = end;
        while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
            stop--;
        }
        if (stop == start || text.charAt(stop - 1) != '.') {
            return false;
        }
        int word = stop - 1;
        while (word > start
                && !Character.isWhitespace(text.charAt(word - 1))
                && "(“\"‘'".indexOf(text.charAt(word - 1)) < 0) {
            word--;
        }
        var last = text.substring(word, stop - 1);
        boolean initial = last.length() == 1 && Character.isUpperCase(last.charAt(0)) && !last.equals("I");
        return initial || ABBREVIATIONS.contains(last.toLowerCase(java.util.Locale.ROOT));
    }
}
