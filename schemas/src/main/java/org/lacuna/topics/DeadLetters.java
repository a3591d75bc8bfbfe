package org.lacuna.topics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.DeadLetter;

/** What becomes of a record that a stage cannot read. */
public final class DeadLetters {

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
        var id = "%s/%d/%d".formatted(record.topic(), record.partition(), record.offset());
        var letter = new DeadLetter(
                id,
                stage,
                record.topic(),
                record.partition(),
                record.offset(),
                reason,
                wrapped(record.key()),
                wrapped(record.value()),
                Instant.ofEpochMilli(record.timestamp()));
        var topic = Topics.DEAD_LETTERS;
        return new ProducerRecord<>(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), id),
                topic.values().serializer().serialize(topic.name(), letter));
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(ByteBuffer::wrap).orElse(null);
    }
}
