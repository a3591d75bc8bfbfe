package org.lacuna.app.flag.engine;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.schema.ChangeKind;

/**
 * A release's running time that became shorter.
 *
 * @param before the longer one
 * @param after the shorter one
 */
record RunningTime(Duration before, Duration after) {
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:min(?:ute)?s?|分钟|分鐘)?\\.?");
    /** 24 frames a second played at 25: the PAL speed-up, 24/25 of the time. */
    private static final double PAL = 24.0 / 25.0;

    /** Empty where the edit is no shorter running time. */
    static Optional<RunningTime> of(Edit edit) {
        var key = edit.fieldKey().orElse("").toLowerCase(Locale.ROOT);
        if (edit.kind() != ChangeKind.FIELD_CHANGED || !(key.contains("runtime") || key.contains("duration"))) {
            return Optional.empty();
        }
        return edit.baseline().flatMap(RunningTime::parse).flatMap(before -> edit.target()
                .flatMap(RunningTime::parse)
                .filter(after -> after.compareTo(before) < 0)
                .map(after -> new RunningTime(before, after)));
    }

    /** Whether a minute of rounding, the PAL speed-up or a named technical cause explains all of it. */
    boolean ordinary(Edit edit) {
        var lost = before.minus(after);
        double ratio = (double) after.toSeconds() / before.toSeconds();
        return !edit.explanations().isEmpty()
                || lost.compareTo(Duration.ofMinutes(1)) <= 0
                || Math.abs(ratio - PAL) < 0.006;
    }

    private static Optional<Duration> parse(String text) {
        var found = MINUTES.matcher(text.strip());
        if (found.matches()) {
            return Optional.of(Duration.ofMinutes(Long.parseLong(found.group(1))));
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
