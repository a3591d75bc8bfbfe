package org.lacuna.app.bench.peers;

import java.time.Duration;

/** Ends a run from within: a peer's comparison of two tokens asks it. Not thread-safe. */
public final class Limit {

    /** Looking at the clock is dearer than comparing two numbers: it is done once in so many times. */
    private static final int BETWEEN_LOOKS = 1 << 14;

    private final Duration length;
    private final long start = System.nanoTime();
    private int asked;

    /** A limit from now on. */
    public Limit(Duration length) {
        this.length = length;
    }

    /** How long a run may take. */
    public Duration length() {
        return length;
    }

    /** Whether it is over. */
    public boolean over() {
        return System.nanoTime() - start > length.toNanos();
    }

    /** Goes on. @throws TimeIsUp once the limit is over */
    public void check() {
        if (++asked % BETWEEN_LOOKS == 0 && over()) {
            throw new TimeIsUp();
        }
    }
}
