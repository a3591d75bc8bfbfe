package org.lacuna.app.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.lacuna.app.history.Positions.Position;
import org.lacuna.topics.Topic;

/** Reads every topic that is kept, from the positions that the database has. For one thread. */
final class TopicReader implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(200);

    private static final List<TopicPartition> PARTITIONS = Intake.ALL.values().stream()
            .map(Intake::topic)
            .flatMap(TopicReader::partitions)
            .toList();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, String> topicIds;
    private final Map<TopicPartition, Position> passed = new HashMap<>();

    /**
     * @param client how to reach the cluster, where the topics are
     * @param stored positions that the database has
     */
    TopicReader(Map<String, Object> client, Map<TopicPartition, Position> stored) {
        topicIds = topicIds(client);
        stored.forEach((partition, position) -> {
            if (position.topicId().equals(topicIds.get(partition.topic()))) {
                passed.put(partition, position);
            }
        });
        var config = new HashMap<>(client);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"); // rows that are there do not double
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(PARTITIONS);
        PARTITIONS.forEach(this::seek);
    }

    private void seek(TopicPartition partition) {
        var position = passed.get(partition);
        consumer.seek(
                partition,
                position == null
                        ? new OffsetAndMetadata(0)
                        : new OffsetAndMetadata(position.next(), position.epoch(), ""));
    }

    /** What is new, committed by its writer; waits a moment for it. */
    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(WAIT);
    }

    /** The positions that are new: also those that only passed the markers of transactions, with no record. */
    Map<TopicPartition, Position> moved(ConsumerRecords<byte[], byte[]> records) {
        var moved = new HashMap<TopicPartition, Position>();
        for (var partition : PARTITIONS) {
            long next = consumer.position(partition);
            var before = passed.get(partition);
            if (before == null || before.next() != next) {
                var epoch = Optional.ofNullable(records.nextOffsets().get(partition))
                        .flatMap(OffsetAndMetadata::leaderEpoch);
                moved.put(partition, new Position(topicIds.getOrDefault(partition.topic(), ""), next, epoch));
            }
        }
        return moved;
    }

    /** The database has these now. */
    void passed(Map<TopicPartition, Position> moved) {
        passed.putAll(moved);
    }

    private static Map<String, String> topicIds(Map<String, Object> client) {
        try (var admin = Admin.create(client)) {
            return admin
                    .describeTopics(Intake.ALL.keySet())
                    .allTopicNames()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().topicId().toString()));
        }
    }

    private static Stream<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
