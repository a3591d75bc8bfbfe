package org.lacuna.app.bench.rows;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.lacuna.app.bench.peers.TimeIsUp;

/** Takes times: the median of several runs after one that warms up. */
final class Stopwatch {

    /** A run as long as this has warmed itself up: it is not made again. */
    private static final long LONG_NANOS = 4_000_000_000L;

    private static final double PER_MILLI = 1e6;
    private static final int EXACT_BELOW_MILLIS = 10;
    private static final int MILLIS_BELOW = 1_000;

    /**
     * A result, and how long it took.
     *
     * @param millis the median
     */
    record Timed<T>(T result, double millis) {
        /** The time, to be read. */
        String time() {
            return Stopwatch.time(millis);
        }
    }

    private Stopwatch() {}

    /** Runs something; its result is that of the last run. */
    static <T> Timed<T> time(int runs, Supplier<T> what) {
        long start = System.nanoTime();
        T result = what.get();
        long first = System.nanoTime() - start;
        if (first > LONG_NANOS) {
            return new Timed<>(result, first / PER_MILLI);
        }
        var nanos = new long[runs];
        for (int run = 0; run < runs; run++) {
            start = System.nanoTime();
            result = what.get();
            nanos[run] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Timed<>(result, nanos[runs / 2] / PER_MILLI);
    }

    /** The same for something that has a limit; empty where it came to it. */
    static <T> Optional<Timed<T>> limited(int runs, Supplier<T> what) {
        try {
            return Optional.of(time(runs, what));
        } catch (TimeIsUp e) {
            return Optional.empty();
        }
    }

    static String time(double millis) {
        if (millis < EXACT_BELOW_MILLIS) {
            return String.format(Locale.ROOT, "%.2f ms", millis);
        }
        return millis < MILLIS_BELOW
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / MILLIS_BELOW);
    }
}
