package org.lacuna.app.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;
import org.lacuna.topics.WholeTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the topic of subscriptions in line with the configuration, which says all there are. */
final class SubscriptionBook {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionBook.class);
    private static final Topic<Subscription> TOPIC = Topics.SUBSCRIPTIONS;

    private final Map<String, Object> client;

    /** @param client how to reach the cluster */
    SubscriptionBook(Map<String, Object> client) {
        this.client = client;
    }

    /** Writes what is new or differs, and ends what the configuration no longer has. */
    void set(Collection<Subscription> wanted) throws InterruptedException {
        var written = written();
        try (var producer = new KafkaProducer<>(
                client, new StringSerializer(), TOPIC.values().serializer())) {
            for (var subscription : wanted) {
                if (!subscription.equals(written.remove(subscription.getId()))) {
                    write(producer, subscription);
                }
            }
            for (var gone : written.values()) {
                if (gone.getActive()) {
                    write(
                            producer,
                            Subscription.newBuilder(gone).setActive(false).build());
                }
            }
        }
    }

    private static void write(KafkaProducer<String, Subscription> producer, Subscription subscription)
            throws InterruptedException {
        try {
            producer.send(new ProducerRecord<>(TOPIC.name(), subscription.getId(), subscription))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write the subscription " + subscription.getId(), e.getCause());
        }
    }

    private Map<String, Subscription> written() {
        var last = new HashMap<String, Subscription>();
        WholeTopic.read(client, TOPIC, record -> {
            last.remove(record.key());
            if (record.value() != null) {
                try {
                    last.put(record.key(), TOPIC.values().deserializer().deserialize(TOPIC.name(), record.value()));
                } catch (SerializationException e) {
                    // The stage makes it a dead letter; what is wanted under its key is written again.
                    LOG.warn("{}: the subscription {} cannot be read", TOPIC.name(), record.key(), e);
                }
            }
        });
        return last;
    }
}
