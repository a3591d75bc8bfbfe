package org.lacuna.app.runtime;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lacuna.scrapers.collect.Collector;
import org.lacuna.scrapers.collect.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects, round after round, on a thread of its own, or one round when asked. What keeps it from its work is tried again
 * later and later, and told. Safe for use by many threads.
 */
public final class Collecting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final Collector collector;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<String> trouble = Optional.empty();

    /** @param collector closed with this */
    Collecting(Collector collector) {
        this.collector = collector;
    }

    /** What keeps the collector from its work at present, and what to do, in one line; empty while all is well. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Asks every release once, now. */
    public Round once() {
        var round = collector.collectAll();
        trouble = round.trouble();
        return round;
    }

    /**
     * Asks what is due from now on, until this is closed.
     *
     * @param collected told of each round in which something was asked or went wrong; on another thread
     */
    public void start(Consumer<Round> collected) {
        Thread.ofPlatform().name("collect").start(() -> {
            try {
                for (int troubles = 0; !closedWithin(troubles); ) {
                    var round = collector.collect();
                    boolean told = round.trouble().equals(trouble);
                    trouble = round.trouble();
                    troubles = trouble.isPresent() ? troubles + 1 : 0;
                    if (closed.getCount() > 0 && (round.releases() > 0 || !told)) {
                        collected.accept(round);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                trouble = Optional.of("collecting stopped by a fault of its own, please report it: " + e);
                LOG.error("collecting stopped by a fault of its own", e);
            }
        });
    }

    private boolean closedWithin(int troubles) throws InterruptedException {
        var wait = BETWEEN_ROUNDS.multipliedBy(1L << Math.min(troubles, MOST_DOUBLINGS));
        return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends a round that is under way, and the connections. What was published stays. May be called again. */
    @Override
    public void close() {
        closed.countDown();
        collector.close();
    }
}
