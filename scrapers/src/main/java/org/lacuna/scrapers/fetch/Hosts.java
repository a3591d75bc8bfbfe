package org.lacuna.scrapers.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets in one visitor a host at a time, in the order they came, with a pause between them. Thread-safe. */
final class Hosts {

    /** A host that asks for more is asked again after that time all the same. */
    private static final Duration LONGEST_PUT_OFF = Duration.ofDays(7);

    private static final class Host {
        private final ReentrantLock turn = new ReentrantLock(true);
        private volatile Instant putOffUntil = Instant.MIN;
        private boolean visited;
        private long leftAtNanos;
    }

    /** A visit; ends when it is closed. */
    @FunctionalInterface
    interface Visit extends AutoCloseable {
        @Override
        void close();
    }

    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Clock clock;

    Hosts(Clock clock) {
        this.clock = clock;
    }

    /** Waits for its turn, and then until the last visit is {@code pause} ago. */
    Visit enter(String name, Duration pause) throws InterruptedException {
        var host = host(name);
        host.turn.lockInterruptibly();
        boolean entered = false;
        try {
            if (host.visited) {
                // Monotonic: a clock that is set must not make it impolite.
                long wait = pause.toNanos() - (System.nanoTime() - host.leftAtNanos);
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            entered = true;
        } finally {
            if (!entered) {
                host.turn.unlock();
            }
        }
        return () -> {
            host.visited = true;
            host.leftAtNanos = System.nanoTime();
            host.turn.unlock();
        };
    }

    /** Nobody is to ask the host before then. */
    void putOff(String name, Instant until) {
        var latest = clock.instant().plus(LONGEST_PUT_OFF);
        host(name).putOffUntil = until.isAfter(latest) ? latest : until;
    }

    /** Until when the host is put off; empty if it may be asked. */
    Optional<Instant> putOff(String name) {
        var until = host(name).putOffUntil;
        return clock.instant().isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, unseen -> new Host());
    }
}
