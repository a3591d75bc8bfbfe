package org.lacuna.app.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lacuna.topics.DeadLetters;
import org.lacuna.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the records that the history cannot read to the topic of dead letters. For one thread. */
final class DeadLetterBox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterBox.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    DeadLetterBox(Map<String, Object> client) {
        var config = new HashMap<>(client);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends a record, unless it is a dead letter itself: that would go round for ever. */
    void put(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.warn(
                "{}/{}/{} cannot be read and is passed over: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        if (!record.topic().equals(Topics.DEAD_LETTERS.name())) {
            underWay.add(producer.send(DeadLetters.of("history", record, reason)));
        }
    }

    /**
     * Waits until the cluster has all of them; to be called before the position that passes them is committed. A crash
     * in between sends them again, under the same ids.
     *
     * @throws KafkaException if it does not take one
     */
    void flush() {
        if (underWay.isEmpty()) {
            return;
        }
        producer.flush();
        for (var sent : underWay) {
            try {
                sent.get();
            } catch (ExecutionException e) {
                throw new KafkaException("a dead letter could not be sent: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while dead letters were sent", e);
            }
        }
        underWay.clear();
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }
}
