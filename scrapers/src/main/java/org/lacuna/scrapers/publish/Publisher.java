package org.lacuna.scrapers.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Availability;
import org.lacuna.schema.KnownRelease;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

/**
 * Publishes snapshots: the parts of sections that this publisher has not sent yet, then the snapshot, then what is now
 * known of the release, in one transaction, so that all of it is visible or none. Content that was published last is not
 * published again, after a restart either. One publisher of an id lives at a time: a new one fences the old one off. Not
 * safe for many threads.
 *
 * <p>Implementation note: whether a transaction that failed was committed after all, only the cluster knows. So a failure
 * ends the session, and the next one reads again what is known.
 */
public final class Publisher implements AutoCloseable {

    private record Session(KafkaProducer<String, byte[]> producer, KnownReleases known) {}

    private final Map<String, Object> client;
    private final String id;
    private final Set<String> sectionsSent = new HashSet<>();
    private @Nullable Session session;
    private boolean fenced;

    /**
     * Connects.
     *
     * @param client how to reach the cluster: {@code bootstrap.servers} and whatever else it asks for
     * @param id transactional id; the same after a restart, another for each collector
     * @throws KafkaException if the cluster cannot be reached
     */
    public Publisher(Map<String, Object> client, String id) {
        this.client = Map.copyOf(client);
        this.id = id;
        connect();
    }

    /**
     * Connects again, if the last transaction failed.
     *
     * @throws KafkaException if the cluster cannot be reached, or another publisher has this one's id
     */
    public void connect() {
        session();
    }

    /**
     * What is known of a release at a source.
     *
     * @throws KafkaException if the cluster cannot be reached
     */
    public Optional<KnownRelease> known(String source, String release) {
        return session().known().find(KnownReleases.id(source, release));
    }

    /**
     * Publishes what a source showed; where it is nothing new, only remembers when and with which validators.
     *
     * @return whether there was something new to publish
     * @throws KafkaException if the cluster did not take it; then nothing of it is visible, or all of it is known after
     *     the next {@link #connect}
     */
    public boolean publish(Showing showing) {
        return write(showing, 1);
    }

    /**
     * Counts that a source says it does not offer a release, and publishes that when it has said so often enough.
     *
     * @param showing with the availability ABSENT
     * @param sightings how often in a row it must say so
     * @return whether there was something new to publish
     * @throws KafkaException as {@link #publish(Showing)}
     */
    public boolean publishAbsence(Showing showing, int sightings) {
        return write(showing, sightings);
    }

    /**
     * Publishes that sources did not deliver.
     *
     * @throws KafkaException if the cluster did not take it
     */
    public void publish(List<SourceFault> faults) {
        send(faults.stream()
                .map(fault -> record(Topics.SOURCE_FAULTS, fault.getSource(), fault))
                .toList());
    }

    private boolean write(Showing showing, int sightings) {
        var work = showing.release().getWork();
        var last = known(showing.source(), showing.release().getId());
        boolean absent = showing.availability() == Availability.ABSENT;
        int seenAbsent = absent ? last.map(KnownRelease::getAbsentSightings).orElse(0) + 1 : 0;
        var shelf = ShownSections.of(work, showing.documents());
        var snapshot = snapshot(showing, shelf);
        var lastId = last.flatMap(KnownRelease::getSnapshot);
        boolean news = seenAbsent >= (absent ? sightings : 0) && !lastId.equals(Optional.of(snapshot.getId()));
        var unsent = news ? shelf.unsent(sectionsSent) : List.<SectionParts>of();
        var known = new KnownRelease(
                KnownReleases.id(showing.source(), showing.release().getId()),
                news ? snapshot.getId() : lastId.orElse(null),
                seenAbsent,
                absent ? last.map(KnownRelease::getDocuments).orElse(List.of()) : shelf.known(),
                absent
                        ? last.flatMap(KnownRelease::getLastGoodAt)
                                .<@Nullable Instant>map(at -> at)
                                .orElse(null)
                        : showing.observedAt());

        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var section : unsent) {
            section.parts().forEach(part -> records.add(record(Topics.SNAPSHOTS, work, new SnapshotRecord(part))));
        }
        if (news) {
            records.add(record(Topics.SNAPSHOTS, work, new SnapshotRecord(snapshot)));
        }
        records.add(record(Topics.KNOWN_RELEASES, known.getId(), known));
        send(records);
        session().known().put(known);
        unsent.forEach(section -> sectionsSent.add(ShownSections.key(work, section)));
        return news;
    }

    private static Snapshot snapshot(Showing showing, ShownSections shelf) {
        return new Snapshot(
                Hashes.ofSnapshot(showing.release(), showing.source(), showing.availability(), shelf.refs()),
                showing.release(),
                showing.source(),
                showing.url(),
                showing.observedAt(),
                showing.availability(),
                shelf.refs(),
                showing.captures());
    }

    private Session session() {
        if (fenced) {
            throw new ProducerFencedException(
                    "another collector with the id '%s' has taken over: stop one of the two".formatted(id));
        }
        var current = session;
        if (current == null) {
            current = begin();
            session = current;
        }
        return current;
    }

    private Session begin() {
        var config = new HashMap<>(client);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            // Ends what an earlier publisher of this id left open; only then is known what it published.
            producer.initTransactions();
            return new Session(producer, KnownReleases.read(client));
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        var producer = session().producer();
        try {
            producer.beginTransaction();
            var sent = records.stream().map(producer::send).toList();
            producer.commitTransaction();
            sent.forEach(Future::resultNow);
        } catch (KafkaException e) {
            fenced = e instanceof ProducerFencedException;
            session = null;
            producer.close(Duration.ZERO);
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
        if (session != null) {
            session.producer().close();
            session = null;
        }
    }
}
