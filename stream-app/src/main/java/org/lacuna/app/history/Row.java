package org.lacuna.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A row to be written: new where its key is new, in place of the old one where it is not. */
final class Row {

    private final String table;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Row(String table) {
        this.table = table;
    }

    static Row in(String table) {
        return new Row(table);
    }

    /** A column of the key. */
    Row key(String column, Object value) {
        keys.add(column);
        return set(column, value);
    }

    /** Any other column. Times become text, enums their names, and what is empty becomes null. */
    Row set(String column, Object value) {
        values.put(column, plain(value));
        return this;
    }

    private static @Nullable Object plain(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(Row::plain).orElse(null);
            case Instant time -> Stored.time(time);
            case Enum<?> constant -> constant.name();
            case Boolean truth -> truth ? 1 : 0;
            default -> value;
        };
    }

    /** Writes it. */
    void write(Handle handle) {
        write(handle, "");
    }

    /** Writes it unless the row that is there has a later time in the column. */
    void writeUnlessOlder(Handle handle, String column) {
        write(handle, " where excluded.%1$s >= %2$s.%1$s".formatted(column, table));
    }

    private void write(Handle handle, String condition) {
        var columns = String.join(", ", values.keySet());
        var places = values.keySet().stream().map(":"::concat).collect(Collectors.joining(", "));
        var updates = values.keySet().stream()
                .filter(column -> !keys.contains(column))
                .map("%1$s = excluded.%1$s"::formatted)
                .collect(Collectors.joining(", "));
        handle.createUpdate("insert into %s (%s) values (%s) on conflict (%s) do update set %s%s"
                        .formatted(table, columns, places, String.join(", ", keys), updates, condition))
                .bindMap(values)
                .execute();
    }
}
