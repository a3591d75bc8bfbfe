package org.lacuna.scrapers.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

/**
 * Publishes snapshots: the parts of sections that this publisher has not sent yet, then the snapshot, in one
 * transaction, so that all of it is visible or none. Content that it published last is not published again. One publisher of an id lives at a time: a new one fences the old one off. Not safe for many threads.
 */
public final class Publisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, String> lastSnapshots = new HashMap<>();
    private final Set<String> sectionsSent = new HashSet<>();

    /**
     * @param client how to reach the cluster: {@code bootstrap.servers} and whatever else it asks for
     * @param id transactional id; the same after a restart, another for each collector
     */
    public Publisher(Map<String, Object> client, String id) {
        var config = new HashMap<>(client);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Publishes what a source showed.
     *
     * @return whether there was something new to publish
     * @throws KafkaException if the cluster did not take it; then nothing of it is visible
     */
    public boolean publish(Showing showing) {
        var work = showing.release().getWork();
        var sections = showing.sections().stream()
                .map(section -> SectionParts.of(work, section.name(), section.passages()))
                .toList();
        var refs = sections.stream().map(SectionParts::ref).toList();
        var id = Hashes.ofSnapshot(showing.release(), showing.source(), showing.availability(), refs);
        var release = showing.source() + ' ' + showing.release().getId();
        if (id.equals(lastSnapshots.get(release))) {
            return false;
        }
        var fresh = sections.stream()
                .filter(section ->
                        !sectionsSent.contains(work + ' ' + section.ref().getHash()))
                .toList();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var section : fresh) {
            section.parts().forEach(part -> records.add(record(Topics.SNAPSHOTS, work, new SnapshotRecord(part))));
        }
        var snapshot = new Snapshot(
                id,
                showing.release(),
                showing.source(),
                showing.url(),
                showing.observedAt(),
                showing.availability(),
                refs,
                showing.captures());
        records.add(record(Topics.SNAPSHOTS, work, new SnapshotRecord(snapshot)));
        send(records);
        lastSnapshots.put(release, id);
        fresh.forEach(section -> sectionsSent.add(work + ' ' + section.ref().getHash()));
        return true;
    }

    /** Publishes that a source did not deliver. */
    public void publish(SourceFault fault) {
        send(List.of(record(Topics.SOURCE_FAULTS, fault.getSource(), fault)));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        try {
            var sent = records.stream().map(producer::send).toList();
            producer.commitTransaction();
            sent.forEach(Future::resultNow);
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
    }

    private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
            Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    /** Ends the connection; what was published stays. */
    @Override
    public void close() {
        producer.close();
    }
}
