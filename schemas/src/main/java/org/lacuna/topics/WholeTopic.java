package org.lacuna.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its first record to its last, for those who start with what it says. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    /** Polls in a row without progress after which the topic counts as unreadable: a minute. */
    private static final int PATIENCE = 300;

    private WholeTopic() {}

    /**
     * Hands over every record that was committed when it began, in the order of each partition; a record without a value
     * takes its key back.
     *
     * @param client how to reach the cluster; a group that it names plays no part
     * @throws TimeoutException if the cluster does not give all of them
     */
    public static void read(Map<String, Object> client, Topic<?> topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        var config = new HashMap<>(client);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            for (int idle = 0; isBefore(consumer, ends); idle++) {
                if (idle > PATIENCE) {
                    throw new TimeoutException(topic.name() + " cannot be read to its end");
                }
                var records = consumer.poll(POLL);
                records.forEach(each);
                idle = records.isEmpty() ? idle : 0;
            }
        }
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
