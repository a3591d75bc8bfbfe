package org.lacuna.app.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.DeliveryState;
import org.lacuna.schema.FaultKind;

/** Counts what the archive holds. */
final class Counts {

    private Counts() {}

    static Summary summary(Handle handle) {
        return new Summary(
                all(handle, "snapshot"),
                all(handle, "comparison"),
                by(handle, "kind", "change", ChangeKind::valueOf),
                by(handle, "level", "finding where withdrawn = 0", Integer::valueOf),
                all(handle, "alert"),
                by(handle, "state", "delivery", DeliveryState::valueOf),
                by(handle, "kind", "source_fault", FaultKind::valueOf),
                count(handle, "distinct id", "dead_letter"));
    }

    private static long all(Handle handle, String table) {
        return count(handle, "*", table);
    }

    private static long count(Handle handle, String what, String table) {
        return handle.createQuery("select count(%s) from %s".formatted(what, table))
                .mapTo(Long.class)
                .one();
    }

    private static <K extends Comparable<K>> Map<K, Long> by(
            Handle handle, String column, String rows, Function<String, K> key) {
        var counts = new TreeMap<K, Long>();
        handle.createQuery("select %1$s as what, count(*) as many from %2$s group by %1$s".formatted(column, rows))
                .map((row, context) -> Map.entry(key.apply(row.getString("what")), row.getLong("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
