package org.lacuna.schema.text;

import java.time.Duration;
import java.util.Locale;

/** Times of cues as people write them: {@code 00:12:01.200}, whatever the language of the machine. */
public final class Timecode {

    private Timecode() {}

    /**
     * A time as hours, minutes, seconds and milliseconds.
     *
     * @param millis milliseconds from the start of the film, 0 or more
     */
    public static String of(long millis) {
        var time = Duration.ofMillis(millis);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                time.toMillisPart());
    }
}
