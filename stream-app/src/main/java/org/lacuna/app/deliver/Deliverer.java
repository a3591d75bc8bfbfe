package org.lacuna.app.deliver;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each alert as mail, in order, and writes the delivery and the place reached in one Kafka transaction.
 *
 * <p>What is promised: every alert gets exactly one delivery by its id, and none is lost or skipped: while the mail server
 * does not answer, or says "later", the alert waits and is tried again after 1 s, then twice as long each time, 5 minutes at
 * most. A server that says no for good (5xx) makes the delivery REFUSED, and the next alert flows.
 *
 * <p>What cannot be promised: SMTP takes no part in the transaction. When the process ends between the server's "250" and
 * the commit, the alert is sent again after the restart, under the same Message-ID, which is derived from the alert's id
 * and the domain of the from-address; so on the wire it is at least once.
 *
 * <p>Several may run against one cluster: one works, the others stand by.
 */
public final class Deliverer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Supplier<Postman> postmen;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Optional<String> fault = Optional.empty();
    private volatile @Nullable Postman postman;
    /** Times in a row that Kafka failed before anything ended; only the thread's. */
    private int failures;

    private Deliverer(Map<String, Object> client, Mailer mailer, Clock clock) {
        this.postmen = () -> new Postman(client, mailer, clock, this::report);
        this.thread = Thread.ofVirtual().name("lacuna.deliver").unstarted(this::work);
    }

    /**
     * Starts to send.
     *
     * @param client how to reach the cluster, by Kafka's names
     * @param mail which server takes the mail
     * @param publicUrl where the pages are, as a reader reaches them
     * @param clock tells when a delivery ended
     */
    public static Deliverer start(Map<String, Object> client, MailSettings mail, URI publicUrl, Clock clock) {
        var mailer = new Mailer(mail, new LetterWriter(publicUrl, mail.sender().plain()));
        var deliverer = new Deliverer(Map.copyOf(client), mailer, clock);
        deliverer.thread.start();
        return deliverer;
    }

    /** Whether it works or waits to try again; false once closed or stopped by a fault of its own. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Why alerts wait, or why it stopped, in one line without any subscriber's address; empty while all is well. */
    public Optional<String> fault() {
        return fault;
    }

    /** Finishes the alert that is being sent and stops; one that waits for its next try is tried after the next start. */
    @Override
    public void close() {
        closing.countDown();
        var current = postman;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn(
                        "the mail server did not answer within {}; the alert is sent again at the next start",
                        PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            do {
                failures++;
                goThroughTheAlerts();
            } while (!closed(Backoff.after(Math.max(1, failures))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // whatever it is, health must say so
            fault = Optional.of("delivery stopped by a fault of its own: " + e);
            LOG.error("delivery stopped by a fault of its own; no alert is lost, start it again", e);
        }
    }

    private void report(Optional<String> news) {
        fault = news;
        if (news.isEmpty()) {
            failures = 0;
        }
    }

    private void goThroughTheAlerts() throws InterruptedException {
        try (var current = postmen.get()) {
            postman = current;
            while (!closed(Duration.ZERO)) {
                current.step();
            }
        } catch (WakeupException e) {
            LOG.debug("woken up to stop");
        } catch (KafkaException e) {
            fault = Optional.of("Kafka does not take the deliveries: " + e.getMessage());
            LOG.warn("Kafka does not take the deliveries; they go on from the last one written", e);
        } finally {
            postman = null;
        }
    }

    private boolean closed(Duration wait) throws InterruptedException {
        return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
