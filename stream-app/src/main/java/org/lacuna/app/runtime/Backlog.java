package org.lacuna.app.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.lacuna.topics.Topic;

/**
 * How far each reader of topics is behind what is written for it. An open transaction counts as something to come, so
 * that nothing is behind only when nothing is under way either.
 *
 * <p>For use by one thread at a time.
 */
public final class Backlog {

    /** Tells where a reader is: the next offset that it will read of each partition. */
    @FunctionalInterface
    interface Positions {
        Map<TopicPartition, Long> now() throws InterruptedException;
    }

    private record Reader(Set<String> topics, String ownTopics, Positions positions) {
        boolean reads(String topic) {
            return topics.contains(topic) || (topic.startsWith(ownTopics) && topic.endsWith("-repartition"));
        }
    }

    private final Admin admin;
    private final Map<String, Reader> readers = new LinkedHashMap<>();

    /** @param admin a client of the cluster; not closed here */
    Backlog(Admin admin) {
        this.admin = admin;
    }

    /** Watches a consumer group of the reader's name, with the topics that it repartitions by. */
    Backlog group(String reader, Collection<? extends Topic<?>> topics) {
        var group = Stage.PREFIX + reader;
        return reader(reader, topics, () -> committed(group));
    }

    /** Watches a reader that keeps its positions itself. */
    Backlog reader(String reader, Collection<? extends Topic<?>> topics, Positions positions) {
        var names = topics.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
        readers.put(reader, new Reader(names, Stage.PREFIX + reader + "-", positions));
        return this;
    }

    /**
     * The readers that are behind, in the order they were given; none when everything written is read. All of them while
     * the cluster does not say.
     */
    public Set<String> behind() throws InterruptedException {
        try {
            return look();
        } catch (RetriableException e) {
            return Set.copyOf(readers.keySet());
        }
    }

    private Set<String> look() throws InterruptedException {
        var ends = ends();
        var behind = new LinkedHashSet<String>();
        for (var reader : readers.entrySet()) {
            if (isBehind(reader.getValue(), ends)) {
                behind.add(reader.getKey());
            }
        }
        // What was written while we looked is to be read too, by whomever.
        return behind.isEmpty() && !ends.equals(ends()) ? Set.copyOf(readers.keySet()) : behind;
    }

    private static boolean isBehind(Reader reader, Map<TopicPartition, Long> ends) throws InterruptedException {
        var positions = reader.positions().now();
        return ends.entrySet().stream()
                .filter(end -> reader.reads(end.getKey().topic()))
                .anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    private Map<TopicPartition, Long> ends() throws InterruptedException {
        try {
            var names = admin.listTopics().names().get().stream()
                    .filter(name -> readers.values().stream().anyMatch(reader -> reader.reads(name)))
                    .toList();
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(names).allTopicNames().get().values().forEach(topic -> topic.partitions()
                    .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest())));
            return admin.listOffsets(asked).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw asked("what is written", e);
        }
    }

    private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                    .filter(position -> Objects.nonNull(position.getValue()))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, position -> position.getValue().offset()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw asked("how far " + group + " is", e);
        }
    }

    private static KafkaException asked(String what, ExecutionException e) {
        return e.getCause() instanceof RetriableException later
                ? later
                : new KafkaException("cannot ask the broker " + what, e.getCause());
    }
}
