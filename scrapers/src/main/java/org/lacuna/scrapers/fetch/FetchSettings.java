package org.lacuna.scrapers.fetch;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How sources are asked.
 *
 * @param userAgent who asks, honestly, beginning with the product name that robots.txt files may use: {@code
 *     lacuna/0.1 (+https://…)}
 * @param egress ways out by name; {@value #DEFAULT} stands for every name that is not there
 */
public record FetchSettings(String userAgent, Map<String, Egress> egress, Limits limits, Clock clock) {

    /** The name that stands for all others. */
    public static final String DEFAULT = "default";

    private static final String GLOBAL = "GLOBAL";

    /** Copies the map. */
    public FetchSettings {
        egress = Map.copyOf(egress);
    }

    /**
     * The way out of a name. Without a default only GLOBAL may go straight out: a source that is asked from the wrong
     * region shows the wrong release, and nothing would tell.
     *
     * @return empty if the name is not configured
     */
    public Optional<Egress> egress(String name) {
        return Optional.ofNullable(egress.get(name))
                .or(() -> Optional.ofNullable(egress.get(DEFAULT)))
                .or(() -> name.equals(GLOBAL) ? Optional.of(new Egress.Direct()) : Optional.empty());
    }

    /**
     * Where patience ends.
     *
     * @param time most time for one request and its answer
     * @param bytes most bytes of an answer, both as it comes and decompressed
     * @param redirects most redirects in a row
     * @param retries how often a connection that fails is tried again
     * @param backoff wait before the first retry; doubled before each further one, and up to half as much by chance
     */
    public record Limits(Duration time, long bytes, int redirects, int retries, Duration backoff) {
        /** What suits the public web. */
        public static Limits usual() {
            return new Limits(Duration.ofSeconds(30), 64L << 20, 5, 2, Duration.ofMillis(500));
        }
    }
}
