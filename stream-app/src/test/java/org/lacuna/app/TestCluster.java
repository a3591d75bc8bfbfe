package org.lacuna.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.runtime.EmbeddedBroker;
import org.lacuna.app.runtime.TopicSetup;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

/** A real broker in a folder, with every topic hosted, for the length of a test. */
public final class TestCluster implements AutoCloseable {

    private final EmbeddedBroker broker;

    private TestCluster(EmbeddedBroker broker) {
        this.broker = broker;
    }

    /** Starts it; its data are in {@code folder/broker}. */
    public static TestCluster start(Path folder) throws IOException, InterruptedException {
        var cluster = new TestCluster(EmbeddedBroker.start(folder.resolve("broker"), freePorts()));
        try (var admin = Admin.create(cluster.client())) {
            new TopicSetup(admin, 1).ensure(Topics.ALL);
        }
        return cluster;
    }

    /** Two ports that nobody listens on. */
    public static EmbeddedBroker.Ports freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new EmbeddedBroker.Ports(one.getLocalPort(), two.getLocalPort());
        }
    }

    /** How to reach it. */
    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    /** Writes a record and waits until it is there. */
    public <V extends SpecificRecord> void send(Topic<V> topic, String key, V value)
            throws InterruptedException, ExecutionException {
        sendRaw(topic, key, topic.values().serializer().serialize(topic.name(), value));
    }

    /** Writes any bytes, such as a record that cannot be read; none at all for null. */
    public void sendRaw(Topic<?> topic, String key, byte @Nullable [] value)
            throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    /** Waits until a topic holds at least so many committed records (a minute at most), and reads them all. */
    public <V extends SpecificRecord> List<V> read(Topic<V> topic, int atLeast) {
        var config = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), topic.values().deserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var values = new ArrayList<V>();
            for (int tries = 0; tries < 300 && values.size() < atLeast; tries++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
