package org.lacuna.app.runtime;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.lacuna.topics.DeadLetters;
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
        var reason = String.valueOf(exception.getMessage());
        LOG.warn(
                "{}/{}/{} cannot be read and becomes a dead letter: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        return Response.resume(List.of(DeadLetters.of(stage, record, reason)));
    }
}
