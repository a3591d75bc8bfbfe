package org.lacuna.app.cli;

import java.time.Duration;
import java.util.Optional;

/** Times of cues as people write them: {@code 00:12:01.200}. */
final class Timecode {

    private Timecode() {}

    /** @param millis milliseconds from the start of the film; empty gives empty */
    static Optional<String> of(Optional<Long> millis) {
        return millis.map(m -> {
            var time = Duration.ofMillis(m);
            return "%02d:%02d:%02d.%03d"
                    .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
        });
    }
}
