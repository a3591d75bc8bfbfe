package org.lacuna.app.deliver;

import java.time.Duration;
import java.util.Locale;

/** Times of cues as people write them: {@code 00:12:01.200}. */
final class Timecodes {

    private Timecodes() {}

    /** @param millis milliseconds from the start of the film */
    static String of(long millis) {
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
