package org.lacuna.app.deliver;

import java.time.Duration;

/** How long to wait before the next try: a second, then twice as long each time, five minutes at most. */
final class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private Backoff() {}

    /** @param failures tries that failed, at least 1 */
    static Duration after(int failures) {
        var wait = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
