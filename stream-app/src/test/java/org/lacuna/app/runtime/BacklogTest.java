package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topics;

/** What the pipeline still has to do, on a real broker. */
class BacklogTest {

    private static final TopicPartition FAULTS = new TopicPartition(Topics.SOURCE_FAULTS.name(), 0);

    @TempDir
    Path folder = Path.of("");

    private TestCluster cluster;
    private Admin admin;
    private Backlog backlog;

    @BeforeEach
    void start() throws Exception {
        cluster = TestCluster.start(folder);
        admin = Admin.create(cluster.client());
        backlog = new Backlog(admin).group("reader", List.of(Topics.SOURCE_FAULTS));
    }

    @AfterEach
    void stop() {
        admin.close();
        cluster.close();
    }

    @Test
    void nobodyIsBehindWhereNothingIsWritten() throws Exception {
        assertThat(backlog.behind()).isEmpty();
    }

    @Test
    void aGroupIsBehindUntilItHasCommittedWhatIsWritten() throws Exception {
        // Given
        cluster.send(Topics.SOURCE_FAULTS, "s", fault());
        assertThat(backlog.behind()).containsExactly("reader");

        // When
        commit(1);

        // Then
        assertThat(backlog.behind()).isEmpty();
    }

    @Test
    void anOpenTransactionIsSomethingToCome() throws Exception {
        // Given
        var config = new HashMap<>(cluster.client());
        config.put("transactional.id", "t");
        try (var producer = new KafkaProducer<>(
                config, new StringSerializer(), Topics.SOURCE_FAULTS.values().serializer())) {
            producer.initTransactions();
            producer.beginTransaction();

            // When
            producer.send(new ProducerRecord<>(FAULTS.topic(), "s", fault())).get();

            // Then
            assertThat(backlog.behind()).containsExactly("reader");
            producer.commitTransaction();
        }
    }

    @Test
    void aStageThatHasReadEverythingIsNotBehindThoughTransactionsEndWithMarkers() throws Exception {
        // Given
        var topology = new Topology()
                .addSource("copy.read", Topics.SOURCE_FAULTS.name())
                .addSink("copy.write", Topics.DEAD_LETTERS.name(), "copy.read");
        var both =
                new Backlog(admin).group("copy", List.of(Topics.SOURCE_FAULTS)).reader("none", List.of(), Map::of);
        try (var stage = Stage.start("copy", topology, withBytes(cluster.client()), folder.resolve("streams"))) {
            // When
            transaction();

            // Then
            boolean quiet = false;
            for (int tries = 0; tries < 300 && !quiet; tries++) {
                quiet = both.behind().isEmpty();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(quiet).isTrue();
            assertThat(stage.fault()).isEmpty();
        }
    }

    private void transaction() throws Exception {
        var config = new HashMap<>(cluster.client());
        config.put("transactional.id", "t");
        try (var producer = new KafkaProducer<>(
                config, new StringSerializer(), Topics.SOURCE_FAULTS.values().serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(FAULTS.topic(), "s", fault())).get();
            producer.commitTransaction();
        }
    }

    private static Map<String, Object> withBytes(Map<String, Object> client) {
        var config = new HashMap<>(client);
        config.put("default.key.serde", "org.apache.kafka.common.serialization.Serdes$ByteArraySerde");
        config.put("default.value.serde", "org.apache.kafka.common.serialization.Serdes$ByteArraySerde");
        return config;
    }

    private void commit(long offset) {
        var config = new HashMap<>(cluster.client());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "lacuna.reader");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(FAULTS));
            consumer.commitSync(Map.of(FAULTS, new OffsetAndMetadata(offset)));
        }
    }

    private static SourceFault fault() {
        return new SourceFault("1", "s", "r", "u", FaultKind.DOWN, "http.404", "", Instant.EPOCH, null);
    }
}
