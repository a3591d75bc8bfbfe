package org.lacuna.scrapers.extract;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads running times as film pages write them. Pure, thread-safe. */
public final class Runtimes {

    private static final String HOURS = "(?:hours?|hrs?|h|小时|小時|時間|时|時)\\.?";
    private static final String MINUTES = "(?:minutes?|mins?|m(?![a-z])|分钟|分鐘|分)\\.?";
    private static final String SECONDS = "(?:seconds?|secs?|s(?![a-z])|秒)\\.?";
    /** The place where "2h14" lacks its unit. */
    private static final Pattern BARE_MINUTES = Pattern.compile("(?<=\\dh\\d{2})(?![\\w:.])");

    private static final Pattern ISO = Pattern.compile("pt(?=\\d)[\\dhms.]{2,20}");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:])(\\d{1,2}):([0-5]\\d):([0-5]\\d)(?![\\d:])");
    private static final Pattern WITH_HOURS = Pattern.compile("(?<![\\d.:,])(\\d{1,3}(?:\\.\\d{1,3})?)\\s*" + HOURS
            + "(?:\\s*,?\\s*(?:and\\s+)?零?(\\d{1,2})\\s*" + MINUTES + "(?:\\s*,?\\s*(\\d{1,2})\\s*" + SECONDS + ")?)?");
    private static final Pattern ONLY_MINUTES =
            Pattern.compile("(?<![\\d.:,])(\\d{1,4})\\s*" + MINUTES + "(?:\\s*,?\\s*(\\d{1,2})\\s*" + SECONDS + ")?");

    private Runtimes() {}

    /**
     * The first running time in a text, such as "134分钟(中国大陆)", "2h 14m", "约60min", "PT2H14M" or "01:34:05".
     *
     * @return empty if there is none, none with a unit, or it is zero
     */
    public static Optional<Duration> parse(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = BARE_MINUTES.matcher(folded).replaceAll("m");
        return iso(plain).or(() -> clock(plain)).or(() -> inWords(plain)).filter(Duration::isPositive);
    }

    private static Optional<Duration> iso(String text) {
        var found = ISO.matcher(text);
        try {
            return found.find() ? Optional.of(Duration.parse(found.group())) : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> clock(String text) {
        var found = CLOCK.matcher(text);
        return found.find() ? Optional.of(sum(found.group(1), found, 2, 3)) : Optional.empty();
    }

    private static Optional<Duration> inWords(String text) {
        var hours = WITH_HOURS.matcher(text);
        var minutes = ONLY_MINUTES.matcher(text);
        boolean anyHours = hours.find();
        boolean anyMinutes = minutes.find();
        if (anyHours && (!anyMinutes || hours.start() <= minutes.start())) {
            return Optional.of(sum(hours.group(1), hours, 2, 3));
        }
        return anyMinutes ? Optional.of(sum("0", minutes, 1, 2)) : Optional.empty();
    }

    private static Duration sum(String hours, Matcher found, int minutes, int seconds) {
        return Duration.ofSeconds(Math.round(Double.parseDouble(hours) * 3600))
                .plusMinutes(number(found, minutes))
                .plusSeconds(number(found, seconds));
    }

    private static long number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
