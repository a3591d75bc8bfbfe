package org.lacuna.scrapers.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.lacuna.schema.KnownRelease;
import org.lacuna.topics.Topics;
import org.lacuna.topics.WholeTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of each release at each source, as its topic has it. Not safe for many threads. */
final class KnownReleases {

    private static final Logger LOG = LoggerFactory.getLogger(KnownReleases.class);

    private final Map<String, KnownRelease> releases = new HashMap<>();

    /**
     * Reads the whole topic, as far as it is committed.
     *
     * @throws KafkaException if the cluster cannot be read
     */
    static KnownReleases read(Map<String, Object> client) {
        var known = new KnownReleases();
        WholeTopic.read(client, Topics.KNOWN_RELEASES, known::add);
        return known;
    }

    static String id(String source, String release) {
        return source + ' ' + release;
    }

    Optional<KnownRelease> find(String id) {
        return Optional.ofNullable(releases.get(id));
    }

    void put(KnownRelease release) {
        releases.put(release.getId(), release);
    }

    private void add(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                releases.remove(record.key());
            } else {
                put(Topics.KNOWN_RELEASES.values().deserializer().deserialize(record.topic(), record.value()));
            }
        } catch (SerializationException unreadable) {
            // Then the release is asked for as if it were new, which costs a fetch and loses nothing.
            LOG.warn("{} at offset {} cannot be read and is passed over", record.topic(), record.offset(), unreadable);
        }
    }
}
