package org.lacuna.app.deliver;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.lacuna.schema.Delivery;
import org.lacuna.topics.Topics;

/**
 * Writes how each alert ended together with the place reached, in one transaction. Opened by whoever holds the alerts:
 * it fences off the one who held them before.
 */
final class Ledger implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<String> delivered;

    private Ledger(
            KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer, Set<String> delivered) {
        this.consumer = consumer;
        this.producer = producer;
        this.delivered = delivered;
    }

    /**
     * @param client how to reach the cluster
     * @param consumer of the alerts, with its partitions assigned; not closed here
     */
    static Ledger open(Map<String, Object> client, KafkaConsumer<byte[], byte[]> consumer) {
        var config = new HashMap<>(client);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "lacuna.deliver");
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new Ledger(consumer, producer, DeliveredAlerts.read(client));
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** Whether an alert ended already, although the place reached says otherwise. */
    boolean holds(String alert) {
        return delivered.contains(alert);
    }

    void pass(ConsumerRecord<byte[], byte[]> record) {
        commit(record, Stream.of());
    }

    void pass(ConsumerRecord<byte[], byte[]> record, ProducerRecord<byte[], byte[]> deadLetter) {
        commit(record, Stream.of(deadLetter));
    }

    void pass(ConsumerRecord<byte[], byte[]> record, Delivery delivery) {
        var topic = Topics.DELIVERIES;
        commit(
                record,
                Stream.of(new ProducerRecord<>(
                        topic.name(),
                        topic.keys().serializer().serialize(topic.name(), delivery.getAlert()),
                        topic.values().serializer().serialize(topic.name(), delivery))));
    }

    /** A failure leaves all as it was; the producer is of no more use then. */
    private void commit(ConsumerRecord<byte[], byte[]> record, Stream<ProducerRecord<byte[], byte[]>> written) {
        producer.beginTransaction();
        var sent = written.map(producer::send).toList();
        producer.sendOffsetsToTransaction(
                Map.of(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)),
                consumer.groupMetadata());
        producer.commitTransaction();
        sent.forEach(Future::resultNow);
    }

    @Override
    public void close() {
        producer.close();
    }
}
