package org.lacuna.topics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.text.Excerpt;

/** What becomes of a record that a stage cannot read. */
public final class DeadLetters {

    /** Most bytes of key and value that a letter encloses: it must be no larger than a record can be. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_REASON = 8_000;

    private DeadLetters() {}

    /**
     * The dead letter of a record, to be sent in the transaction that passes the record over.
     *
     * @param stage name of the stage that could not read it
     * @param record the record as it stands on its topic
     * @param reason why it could not be read
     */
    public static ProducerRecord<byte[], byte[]> of(
            String stage, ConsumerRecord<byte[], byte[]> record, String reason) {
        var letter = letter(
                stage,
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                reason);
        var topic = Topics.DEAD_LETTERS;
        return new ProducerRecord<>(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), letter.getId()),
                topic.values().serializer().serialize(topic.name(), letter));
    }

    /**
     * The same for a stage that has a sink for its dead letters; the letter's id is its key there. A key and value that
     * are too long are left out, and the reason says so.
     *
     * @param stage name of the stage that could not read it
     * @param partition where it stands
     * @param offset its offset there
     * @param at the record's time
     * @param key its key; null where it has none
     * @param value its value; null where it has none
     * @param reason why it could not be read
     */
    public static DeadLetter letter(
            String stage,
            TopicPartition partition,
            long offset,
            Instant at,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String reason) {
        int bytes = length(key) + length(value);
        boolean encloses = bytes <= MOST_BYTES;
        var says = Excerpt.start(reason, MOST_REASON);
        return new DeadLetter(
                "%s/%d/%d".formatted(partition.topic(), partition.partition(), offset),
                stage,
                partition.topic(),
                partition.partition(),
                offset,
                encloses
                        ? says
                        : "%s (its key and value, %d bytes, are too long to be enclosed; they stay on %s)"
                                .formatted(says, bytes, partition.topic()),
                encloses ? wrapped(key) : null,
                encloses ? wrapped(value) : null,
                at);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(ByteBuffer::wrap).orElse(null);
    }
}
