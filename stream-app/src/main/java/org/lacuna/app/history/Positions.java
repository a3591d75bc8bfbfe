package org.lacuna.app.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** How far each topic was read; kept beside the rows, so that both are there or neither is. */
final class Positions {

    /**
     * How far a partition was read.
     *
     * @param topicId id of the topic on its cluster: under the name of a topic that was made again lie other records
     * @param next next offset to read
     * @param epoch leader epoch of what was read last, by which the broker can tell that it lost records that we have
     */
    record Position(String topicId, long next, Optional<Integer> epoch) {}

    private Positions() {}

    static Map<TopicPartition, Position> read(Handle handle) {
        var positions = new HashMap<TopicPartition, Position>();
        handle.createQuery("select topic, part, topic_id, next_offset, leader_epoch from position")
                .map((row, context) -> Map.entry(
                        new TopicPartition(row.getString("topic"), row.getInt("part")),
                        new Position(
                                row.getString("topic_id"),
                                row.getLong("next_offset"),
                                Optional.ofNullable(row.getString("leader_epoch"))
                                        .map(Integer::valueOf))))
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        return positions;
    }

    static void write(Handle handle, Map<TopicPartition, Position> positions) {
        positions.forEach((partition, position) -> Row.in("position")
                .key("topic", partition.topic())
                .key("part", partition.partition())
                .set("topic_id", position.topicId())
                .set("next_offset", position.next())
                .set("leader_epoch", position.epoch())
                .write(handle));
    }
}
