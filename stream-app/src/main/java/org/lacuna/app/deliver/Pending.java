package org.lacuna.app.deliver;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The alert in hand.
 *
 * @param record as it stands on its topic
 * @param attempts tries that failed
 * @param due when the next one is, by {@link System#nanoTime}: a clock that is set must not move it
 */
record Pending(ConsumerRecord<byte[], byte[]> record, int attempts, long due) {

    Pending(ConsumerRecord<byte[], byte[]> record) {
        this(record, 0, System.nanoTime());
    }

    Pending later(Duration wait) {
        return new Pending(record, attempts + 1, System.nanoTime() + wait.toNanos());
    }

    /** Until the next try; zero when it is due. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** The place only: what an alert holds does not go into logs. */
    @Override
    public String toString() {
        return "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
    }
}
