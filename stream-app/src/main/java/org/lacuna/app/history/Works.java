package org.lacuna.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Snapshot;
import org.lacuna.topics.Topics;

/** What is kept of works. */
final class Works {

    private static final Comparator<String> GLOBAL_FIRST = Comparator.<String, Boolean>comparing(
                    market -> !market.equals("GLOBAL"))
            .thenComparing(market -> market);

    private Works() {}

    /** Every work, by title. */
    static List<WorkSummary> list(Handle handle) {
        var markets = markets(handle);
        return handle.createQuery(
                        """
                        select id, title, medium, last_seen,
                            (select count(*) from snapshot where snapshot.work = work.id) as snapshots,
                            (select count(*) from finding where finding.work = work.id and withdrawn = 0) as findings,
                            (select coalesce(max(level), 0) from finding where finding.work = work.id and withdrawn = 0)
                                as highest
                        from work order by title, id
                        """)
                .map((row, context) -> new WorkSummary(
                        row.getString("id"),
                        row.getString("title"),
                        Medium.valueOf(row.getString("medium")),
                        markets.getOrDefault(row.getString("id"), List.of()),
                        row.getInt("snapshots"),
                        row.getInt("findings"),
                        row.getInt("highest"),
                        Instant.parse(row.getString("last_seen"))))
                .list();
    }

    /** All of one work. */
    static Optional<WorkHistory> history(Handle handle, String id) {
        return handle.createQuery("select id, title, medium from work where id = :id")
                .bind("id", id)
                .map((row, context) -> new WorkHistory(
                        id,
                        row.getString("title"),
                        Medium.valueOf(row.getString("medium")),
                        snapshots(handle, id),
                        changes(handle, id),
                        findings(handle, id)))
                .findOne();
    }

    private static List<Snapshot> snapshots(Handle handle, String work) {
        return handle.createQuery("select record from snapshot where work = :work order by observed_at, id")
                .bind("work", work)
                .map(Stored.as(Topics.SNAPSHOTS))
                .map(record -> (Snapshot) record.getBody())
                .list();
    }

    private static List<Change> changes(Handle handle, String work) {
        return handle.createQuery("select record from change where work = :work order by first_seen, id")
                .bind("work", work)
                .map(Stored.as(Topics.CHANGES))
                .list();
    }

    private static List<Finding> findings(Handle handle, String work) {
        return handle.createQuery(
                        "select record from finding where work = :work and withdrawn = 0 order by found_at desc, id")
                .bind("work", work)
                .map(Stored.as(Topics.FINDINGS))
                .list();
    }

    private static Map<String, List<String>> markets(Handle handle) {
        var markets = new HashMap<String, List<String>>();
        handle.createQuery("select distinct work, market from release")
                .map((row, context) -> Map.entry(row.getString("work"), row.getString("market")))
                .forEach(entry -> markets.computeIfAbsent(entry.getKey(), work -> new ArrayList<>())
                        .add(entry.getValue()));
        markets.values().forEach(codes -> codes.sort(GLOBAL_FIRST));
        return markets;
    }
}
