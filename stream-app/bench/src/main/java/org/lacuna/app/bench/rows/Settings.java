package org.lacuna.app.bench.rows;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param runs runs that a median is taken of, at least 1
 * @param scale share of the texts' usual size, above 0, at most 1
 * @param limit how long one run of another program may take
 * @param full whether the runs that take minutes are made too
 */
public record Settings(int runs, double scale, Duration limit, boolean full) {

    /** What the README quotes. */
    public static Settings usual() {
        return new Settings(5, 1, Duration.ofSeconds(60), false);
    }

    /** A look in passing: the usual texts, but few runs and a short limit. */
    public static Settings quick() {
        return new Settings(3, 1, Duration.ofSeconds(5), false);
    }

    /** A usual size at this scale, never below a least one that still holds what the row needs. */
    int size(int usual, int least) {
        return (int) Math.max(least, Math.round(usual * scale));
    }
}
