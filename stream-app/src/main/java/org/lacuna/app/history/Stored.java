package org.lacuna.app.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.mapper.RowMapper;
import org.lacuna.topics.Topic;

/** How records and times stand in a row. */
final class Stored {

    /** Always with milliseconds: {@code Instant.toString} leaves zeros out, and then text does not sort as time does. */
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Stored() {}

    /** A record as it stands on its topic. */
    static <V extends SpecificRecord> byte[] record(Topic<V> topic, V value) {
        return topic.values().serializer().serialize(topic.name(), value);
    }

    /** Reads column {@code record}, whatever version of the schema wrote it. */
    static <V extends SpecificRecord> RowMapper<V> as(Topic<V> topic) {
        return (row, context) ->
                Objects.requireNonNull(topic.values().deserializer().deserialize(topic.name(), row.getBytes("record")));
    }

    /** A time as text that sorts as the time does. */
    static String time(Instant time) {
        return MILLIS.format(time);
    }
}
