package org.lacuna.scrapers.extract;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Splits prose into sentences: ICU's sentence breaks (Unicode Standard Annex 29), with repairs for abbreviations,
 * initials, closing quotes, speech tags and the Chinese ellipsis. Where lines are wrapped does not matter.
 *
 * <p>Pure and thread-safe: each call has its own iterator.
 */
public final class Sentences {

    private static final String CLOSERS = "”’」』）)]】》〉〕»";
    private static final String OPENERS = "“‘「『（([【《〈〔«";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "prof", "rev", "hon", "capt", "col", "gen", "lt", "sgt", "maj", "messrs",
            "mme", "mlle", "mt", "vs", "e.g", "i.e", "cf", "viz", "approx", "gov", "sen", "rep", "supt", "insp");
    private static final Set<String> BEFORE_NUMBERS =
            Set.of("no", "nos", "vol", "ch", "chap", "p", "pp", "fig", "art", "sec", "ca", "c", "op");

    private Sentences() {}

    /**
     * The sentences of a paragraph, in order, without the white space around them.
     *
     * @param paragraph any text; its line ends are taken as wrapping, not as ends of sentences
     * @param language a BCP 47 tag that chooses ICU's rules; the root rules without it
     * @return no sentence if the text is blank
     */
    public static List<String> split(String paragraph, Optional<String> language) {
        String text = Whitespace.unwrapped(paragraph);
        var breaks = BreakIterator.getSentenceInstance(
                language.map(ULocale::forLanguageTag).orElse(ULocale.ROOT));
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        int start = 0;
        int from = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            for (int mark = ellipsis(text, from, end); mark > 0; mark = ellipsis(text, mark, end)) {
                add(sentences, text.substring(start, mark));
                start = mark;
            }
            int closed = end(text, start, end);
            from = closed;
            if (closed > start && endsSentence(text, start, closed)) {
                add(sentences, text.substring(start, closed));
                start = closed;
            }
        }
        add(sentences, text.substring(start));
        return List.copyOf(sentences);
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }

    /** Where a Chinese ellipsis and the quotes it closes end strictly inside a range, or 0. */
    private static int ellipsis(String text, int from, int end) {
        int at = text.indexOf("……", from);
        while (at >= 0 && at < end) {
            int after = at + 2;
            while (after < text.length() && text.charAt(after) == '…') {
                after++;
            }
            after = closed(text, after);
            if (after >= end) {
                return 0;
            }
            if (Character.isLetterOrDigit(text.codePointAt(after)) || text.charAt(after) == '“') {
                return after;
            }
            at = text.indexOf("……", after);
        }
        return 0;
    }

    /** A break of ICU's moved before the quotes that open the next sentence, or behind those that close this one. */
    private static int end(String text, int start, int end) {
        int at = end;
        while (at > start && (OPENERS.indexOf(text.charAt(at - 1)) >= 0 || opensStraight(text, start, at))) {
            at--;
        }
        return at == end ? closed(text, end) : at;
    }

    /** Whether a straight quote before an offset is the odd one of its sentence, so that it opens the next. */
    private static boolean opensStraight(String text, int start, int at) {
        return text.charAt(at - 1) == '"'
                && text.substring(start, at)
                                        .chars()
                                        .filter(character -> character == '"')
                                        .count()
                                % 2
                        == 1;
    }

    private static int closed(String text, int from) {
        int at = from;
        while (at < text.length() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean endsSentence(String text, int start, int end) {
        if (end >= text.length()) {
            return true;
        }
        int next = text.codePointAt(end);
        if (Character.isLowerCase(next)) {
            return false;
        }
        int last = end;
        while (last > start && text.charAt(last - 1) == ' ') {
            last--;
        }
        return last == start || text.charAt(last - 1) != '.' || !abbreviated(text, start, last - 1, next);
    }

    /** Whether the full stop at an offset only shortens the word before it. */
    private static boolean abbreviated(String text, int start, int stop, int next) {
        int word = stop;
        while (word > start && isOfWord(text.charAt(word - 1))) {
            word--;
        }
        String shortened = text.substring(word, stop);
        if (shortened.length() == 1 && Character.isUpperCase(shortened.charAt(0))) {
            return !shortened.equals("I") || (word >= 2 && text.startsWith(". ", word - 2));
        }
        if (shortened.length() == 3 && shortened.charAt(1) == '.' && Character.isUpperCase(shortened.charAt(0))) {
            return Character.isUpperCase(shortened.charAt(2));
        }
        String lower = shortened.toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(lower) || (BEFORE_NUMBERS.contains(lower) && Character.isDigit(next));
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '.';
    }
}
