package org.lacuna.app.runtime;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.lacuna.topics.Topic;

/**
 * Makes the topics that are missing and waits until every partition is hosted. A topic that is created is not yet one
 * that can be written: an idempotent producer that sends too early can lose its first batch (KAFKA-15591), so the answer
 * to listOffsets on every partition is waited for.
 */
public final class TopicSetup {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final short replicas;

    /**
     * @param admin a client of the cluster; not closed here
     * @param replicas replication factor of new topics: 1 on the embedded broker
     */
    public TopicSetup(Admin admin, int replicas) {
        this.admin = admin;
        this.replicas = (short) replicas;
    }

    /**
     * Makes what is missing; existing topics stay as they are.
     *
     * @throws KafkaException if the cluster refuses or does not host them within a minute
     */
    public void ensure(Collection<? extends Topic<?>> topics) throws InterruptedException {
        for (var topic : topics) {
            create(topic);
        }
        awaitHosted(topics);
    }

    private void create(Topic<?> topic) throws InterruptedException {
        var wanted = new NewTopic(topic.name(), topic.partitions(), replicas)
                .configs(topic.keeping().config());
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("cannot make the topic " + topic.name(), e.getCause());
            }
        }
    }

    private void awaitHosted(Collection<? extends Topic<?>> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> everyPartition = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long tries = PATIENCE.toMillis() / PAUSE_MILLIS;
        for (long n = 0; n < tries; n++) {
            if (hosted(everyPartition)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new KafkaException("the broker does not host its topics after " + PATIENCE);
    }

    private boolean hosted(Map<TopicPartition, OffsetSpec> partitions) throws InterruptedException {
        try {
            admin.listOffsets(partitions).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new KafkaException("cannot ask the broker for its topics", e.getCause());
        }
    }
}
