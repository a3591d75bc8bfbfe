package org.lacuna.app.demo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each part of the demo had something to do. Parts work side by side, so the times add up to more than the whole. */
final class Stopwatch {

    private final long started = System.nanoTime();
    private final Map<String, Duration> laps = new LinkedHashMap<>();
    private long last = started;

    /** @param parts the parts there are, in the order they are told in */
    Stopwatch(List<String> parts) {
        parts.forEach(part -> laps.put(part, Duration.ZERO));
    }

    /** Adds the time since the last lap to some parts. */
    void lap(Iterable<String> parts) {
        long now = System.nanoTime();
        var lap = Duration.ofNanos(now - last);
        parts.forEach(part -> laps.merge(part, lap, Duration::plus));
        last = now;
    }

    /** Time since the start. */
    Duration total() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Time of each part. */
    Map<String, Duration> laps() {
        return Collections.unmodifiableMap(laps);
    }
}
