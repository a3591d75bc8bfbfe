package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topics;

class EmbeddedBrokerTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void recordsAndTopicsStayOverARestart() throws Exception {
        // Given
        var ports = TestCluster.freePorts();
        var fault = new SourceFault("1", "s", "r", "u", FaultKind.DOWN, "http.404", "", Instant.EPOCH, null);
        try (var broker = EmbeddedBroker.start(folder, ports)) {
            ensureTopics(broker);
            send(broker, fault);
        }

        // When
        List<SourceFault> kept;
        try (var broker = EmbeddedBroker.start(folder, ports)) {
            ensureTopics(broker);
            kept = readAll(broker);
        }

        // Then
        assertThat(kept).containsExactly(fault);
    }

    @Test
    void topicsAreAsTheCatalogueSays() throws Exception {
        try (var broker = EmbeddedBroker.start(folder, TestCluster.freePorts())) {
            // When
            ensureTopics(broker);

            // Then
            try (var admin = admin(broker)) {
                var described = admin.describeTopics(
                                Topics.ALL.stream().map(t -> t.name()).toList())
                        .allTopicNames()
                        .get();
                for (var topic : Topics.ALL) {
                    assertThat(described.get(topic.name()).partitions()).hasSize(topic.partitions());
                }
            }
        }
    }

    private static void ensureTopics(EmbeddedBroker broker) throws InterruptedException {
        try (var admin = admin(broker)) {
            new TopicSetup(admin, 1).ensure(Topics.ALL);
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void send(EmbeddedBroker broker, SourceFault fault) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                Topics.SOURCE_FAULTS.values().serializer())) {
            producer.send(new ProducerRecord<>(Topics.SOURCE_FAULTS.name(), fault.getSource(), fault))
                    .get();
        }
    }

    private static List<SourceFault> readAll(EmbeddedBroker broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                Topics.SOURCE_FAULTS.values().deserializer())) {
            var partition = new TopicPartition(Topics.SOURCE_FAULTS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var values = new ArrayList<SourceFault>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
