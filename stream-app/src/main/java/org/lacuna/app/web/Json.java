package org.lacuna.app.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Writes records of the contract as JSON, field by field as their schemas name them; times as ISO 8601. */
final class Json {

    private static final ObjectWriter WRITER =
            new ObjectMapper().writerWithDefaultPrettyPrinter().with(new InSight());

    private Json() {}

    /** An object in UTF-8; the same content gives the same bytes. */
    static byte[] bytes(Map<String, ?> object) {
        try {
            return WRITER.writeValueAsBytes(plain(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values cannot fail to be written", e);
        }
    }

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SpecificRecord record -> fields(record);
            case Record record -> components(record);
            case Optional<?> some -> plain(some.orElse(null));
            case Collection<?> list -> list.stream().map(Json::plain).toList();
            case Map<?, ?> map -> entries(map);
            case Enum<?> name -> name.name();
            case Instant time -> time.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> fields(SpecificRecord record) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        record.getSchema().getFields().forEach(field -> map.put(field.name(), plain(record.get(field.pos()))));
        return map;
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> entries) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach((key, value) -> map.put(String.valueOf(key), plain(value)));
        return map;
    }

    private static Map<String, @Nullable Object> components(Record record) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        Stream.of(record.getClass().getRecordComponents())
                .forEach(part -> map.put(part.getName(), plain(read(record, part))));
        return map;
    }

    private static @Nullable Object read(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "cannot read " + part + " of "
                            + Arrays.toString(record.getClass().getRecordComponents()),
                    e);
        }
    }
}
