package org.lacuna.app.runtime;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.DeadLetter;
import org.lacuna.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns a record that cannot be read into a dead letter, in the transaction of the stage. Made by Kafka Streams. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    /** Configuration key: name of the stage. */
    static final String STAGE = "lacuna.stage";

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private String stage = "";

    @Override
    public void configure(Map<String, ?> configs) {
        stage = String.valueOf(configs.get(STAGE));
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        var id = "%s/%d/%d".formatted(context.topic(), context.partition(), context.offset());
        var reason = String.valueOf(exception.getMessage());
        LOG.warn("{} cannot be read and becomes a dead letter: {}", id, reason);
        var letter = new DeadLetter(
                id,
                stage,
                context.topic(),
                context.partition(),
                context.offset(),
                reason,
                wrapped(record.key()),
                wrapped(record.value()),
                Instant.ofEpochMilli(record.timestamp()));
        var topic = Topics.DEAD_LETTERS;
        return Response.resume(List.of(new ProducerRecord<>(
                topic.name(),
                topic.keys().serializer().serialize(topic.name(), id),
                topic.values().serializer().serialize(topic.name(), letter))));
    }

    private static @Nullable ByteBuffer wrapped(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(ByteBuffer::wrap).orElse(null);
    }
}
