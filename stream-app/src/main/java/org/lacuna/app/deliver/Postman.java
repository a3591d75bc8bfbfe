package org.lacuna.app.deliver;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Delivery;
import org.lacuna.schema.DeliveryState;
import org.lacuna.topics.DeadLetters;
import org.lacuna.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the alerts in order, one at a time, and does not leave one before it ended. Good until Kafka fails it;
 * then a new one goes on from the place last written. For one thread, {@link #wakeup} apart.
 */
final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<String, Object> client;
    private final Mailer mailer;
    private final Clock clock;
    private final Consumer<Optional<String>> says;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> places = new HashMap<>();
    private @Nullable Ledger ledger;
    private @Nullable Pending pending;

    /** @param says told why the alerts wait, or nothing when they flow */
    Postman(Map<String, Object> client, Mailer mailer, Clock clock, Consumer<Optional<String>> says) {
        this.client = client;
        this.mailer = mailer;
        this.clock = clock;
        this.says = says;
        this.consumer = new KafkaConsumer<>(config(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.ALERTS.name()), new Handover());
    }

    /** Takes the next alert, or tries the one that waits again when its time has come; returns within a second or a try. */
    void step() {
        var wait = pending == null ? LOOK : pending.remaining();
        // An alert that waits has its partition paused: this only tells the group that somebody is at home.
        consumer.poll(wait.compareTo(LOOK) < 0 ? wait : LOOK).forEach(record -> pending = new Pending(record));
        if (pending == null) {
            passMarkers();
        } else if (pending.remaining().isZero()) {
            attempt(pending);
        }
    }

    /** Nothing waits: the place reached also passes the markers that end transactions, so that everybody can see it. */
    private void passMarkers() {
        for (var partition : consumer.assignment()) {
            long place = consumer.position(partition);
            if (place > places.getOrDefault(partition, 0L)) {
                consumer.commitSync(Map.of(partition, new OffsetAndMetadata(place)));
                places.put(partition, place);
            }
        }
    }

    /** Ends the waiting of {@link #step} with Kafka's {@code WakeupException}; from any thread. */
    void wakeup() {
        consumer.wakeup();
    }

    private void attempt(Pending alert) {
        switch (read(alert.record())) {
            case Contents.Unreadable(var why) -> bury(alert, why);
            case Contents.Known(var read)
            when ledger().holds(read.getId()) -> {
                ledger().pass(alert.record());
                done(alert);
            }
            case Contents.Known(var read) -> send(alert, read);
        }
    }

    private void send(Pending waiting, Alert alert) {
        int attempts = waiting.attempts() + 1;
        switch (mailer.send(alert)) {
            case Outcome.Accepted(var answer) -> {
                ledger().pass(waiting.record(), delivery(alert, DeliveryState.DELIVERED, attempts, answer));
                done(waiting);
            }
            case Outcome.Refused(var answer) -> {
                LOG.warn("alert {} was refused: {}", alert.getId(), answer);
                ledger().pass(waiting.record(), delivery(alert, DeliveryState.REFUSED, attempts, answer));
                done(waiting);
            }
            case Outcome.Unwritable(var why) -> bury(waiting, why);
            case Outcome.Later(var why) -> {
                var wait = Backoff.after(attempts);
                LOG.warn("alert {} waits {} s: {}", alert.getId(), wait.toSeconds(), why);
                consumer.pause(List.of(waiting.partition()));
                pending = waiting.later(wait);
                says.accept(Optional.of(why));
            }
        }
    }

    private void bury(Pending alert, String why) {
        LOG.warn("{} cannot be sent and becomes a dead letter: {}", alert, why);
        ledger().pass(alert.record(), DeadLetters.of("deliver", alert.record(), why));
        done(alert);
    }

    private void done(Pending alert) {
        consumer.resume(List.of(alert.partition()));
        pending = null;
        says.accept(Optional.empty());
    }

    private Delivery delivery(Alert alert, DeliveryState state, int attempts, String answer) {
        return new Delivery(
                alert.getId(), alert.getSubscription().getId(), "mail", state, attempts, answer, clock.instant());
    }

    private sealed interface Contents {
        record Known(Alert alert) implements Contents {}

        record Unreadable(String why) implements Contents {}
    }

    private static Contents read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Contents.Unreadable("an alert without a value");
        }
        try {
            return new Contents.Known(
                    Topics.ALERTS.values().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            return new Contents.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Ledger ledger() {
        if (ledger == null) {
            ledger = Ledger.open(client, consumer);
        }
        return ledger;
    }

    @Override
    public void close() {
        consumer.close();
        leaveLedger();
    }

    private void leaveLedger() {
        if (ledger != null) {
            ledger.close();
            ledger = null;
        }
    }

    /** Whoever has the alerts next reads the one in hand again: it was not written that it ended. */
    private final class Handover implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            pending = null;
            places.clear();
            leaveLedger();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // The ledger is opened with the first alert: one who stands by must not fence off the one who works.
        }
    }

    private static Map<String, Object> config(Map<String, Object> client) {
        var config = new HashMap<>(client);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "lacuna.deliver");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        // A server that answers each command only just in time takes some minutes for one mail.
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int)
                Duration.ofMinutes(10).toMillis());
        // Who was killed is missed soon, so that the alerts go on: heartbeats have a thread of their own.
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                Duration.ofSeconds(10).toMillis());
        return config;
    }
}
