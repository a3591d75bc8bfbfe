package org.lacuna.scrapers.extract;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendar dates as film and book pages write them. Pure, thread-safe. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)([12]\\d{3})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+" + MONTH + ",?\\s+([12]\\d{3})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![a-z])" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+([12]\\d{3})(?!\\d)");

    private Dates() {}

    /** The first whole date in a text; empty if there is none, or only a year or a month. */
    static Optional<LocalDate> parse(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var numbers = NUMBERS.matcher(plain);
        if (numbers.find()) {
            return date(numbers.group(1), Integer.parseInt(numbers.group(2)), numbers.group(3));
        }
        var dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.find()) {
            return date(dayFirst.group(3), month(dayFirst, 2), dayFirst.group(1));
        }
        var monthFirst = MONTH_FIRST.matcher(plain);
        return monthFirst.find()
                ? date(monthFirst.group(3), month(monthFirst, 1), monthFirst.group(2))
                : Optional.empty();
    }

    private static int month(Matcher found, int group) {
        return MONTHS.indexOf(found.group(group)) + 1;
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
