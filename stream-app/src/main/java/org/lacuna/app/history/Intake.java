package org.lacuna.app.history;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

/**
 * How the records of a topic become rows. Rows are keyed by the ids of what they hold, so a record that comes again
 * writes the same row again.
 *
 * @param topic the topic
 * @param rows writes a value
 * @param removal undoes a key that was taken back
 * @param <V> type of the values
 */
record Intake<V extends SpecificRecord>(
        Topic<V> topic, BiConsumer<Handle, V> rows, BiConsumer<Handle, String> removal) {

    /** Every topic that is kept, by name. */
    static final Map<String, Intake<?>> ALL = List.<Intake<?>>of(
                    of(Topics.SNAPSHOTS, CollectedRows::write),
                    of(Topics.SOURCE_FAULTS, CollectedRows::write),
                    of(Topics.COMPARISONS, ConcludedRows::write),
                    of(Topics.CHANGES, ConcludedRows::write),
                    of(Topics.FINDINGS, ConcludedRows::write),
                    of(Topics.ALERTS, SaidRows::write),
                    of(Topics.DELIVERIES, SaidRows::write),
                    new Intake<>(Topics.REVIEWS, SaidRows::write, SaidRows::removeReview),
                    of(Topics.DEAD_LETTERS, SaidRows::write))
            .stream()
            .collect(Collectors.toUnmodifiableMap(intake -> intake.topic().name(), Function.identity()));

    /** How the records of a kept topic become rows. */
    static Intake<?> of(String topic) {
        return Objects.requireNonNull(ALL.get(topic), topic);
    }

    private static <V extends SpecificRecord> Intake<V> of(Topic<V> topic, BiConsumer<Handle, V> rows) {
        return new Intake<>(topic, rows, (handle, key) -> {
            throw new SerializationException(topic.name() + ": a record without a value");
        });
    }

    /**
     * Writes a record as it stands on the topic.
     *
     * @throws SerializationException if it cannot be read; then nothing was written
     */
    void write(Handle handle, byte @Nullable [] key, byte @Nullable [] value) {
        var record = topic.values().deserializer().deserialize(topic.name(), value);
        if (record != null) {
            rows.accept(handle, record);
        } else if (key != null) {
            removal.accept(handle, new String(key, StandardCharsets.UTF_8));
        } else {
            throw new SerializationException(topic.name() + ": a record without key and value");
        }
    }
}
