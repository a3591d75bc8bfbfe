package org.lacuna.app.history;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topics;

/** What is kept, for reading. Each answer is of one moment, whatever is written meanwhile. Safe for many threads. */
public final class Archive implements AutoCloseable {

    private final Database database;

    private Archive(Database database) {
        this.database = database;
    }

    /**
     * Opens the archive of an SQLite file, made and migrated where it is missing.
     *
     * @throws UnusableDatabaseException if the file cannot be written or is no archive
     */
    public static Archive open(Path database) {
        return new Archive(Database.open(database));
    }

    /** Findings, newest first; withdrawn ones left out. A cursor that no page gave is an empty page. */
    public Page<Finding> findings(FindingQuery query) {
        return read(handle -> FindingSearch.page(handle, query));
    }

    /** A finding, withdrawn or not; empty where unknown. */
    public Optional<Finding> finding(String id) {
        return read(handle -> handle.createQuery("select record from finding where id = :id")
                .bind("id", id)
                .map(Stored.as(Topics.FINDINGS))
                .findOne());
    }

    /** Every work that a version was seen of, by title. */
    public List<WorkSummary> works() {
        return read(Works::list);
    }

    /** All that is kept of a work; empty where no version of it was seen. */
    public Optional<WorkHistory> work(String id) {
        return read(handle -> Works.history(handle, id));
    }

    /** The comparisons made for a work, in the order of time. */
    public List<Comparison> comparisons(String work) {
        return read(handle -> handle.createQuery(
                        "select record from comparison where work = :work order by compared_at, id")
                .bind("work", work)
                .map(Stored.as(Topics.COMPARISONS))
                .list());
    }

    /** Broken promises of sources, newest first, at most so many. */
    public List<SourceFault> faults(int limit) {
        return read(handle -> handle.createQuery("select record from source_fault order by at desc, id limit :limit")
                .bind("limit", limit)
                .map(Stored.as(Topics.SOURCE_FAULTS))
                .list());
    }

    /**
     * The passages of a section, in order; none where it is not kept.
     *
     * @param work id of the work
     * @param hash hash of the section, as a snapshot names it
     */
    public List<Passage> section(String work, String hash) {
        var parts = read(handle -> handle.createQuery(
                        "select record from section where work = :work and hash = :hash order by part")
                .bind("work", work)
                .bind("hash", hash)
                .map(Stored.as(Topics.SNAPSHOTS))
                .map(record -> (SectionPart) record.getBody())
                .list());
        var whole = !parts.isEmpty() && parts.size() == parts.getFirst().getParts();
        return whole
                ? parts.stream().flatMap(part -> part.getPassages().stream()).toList()
                : List.of();
    }

    /** What there is, counted. */
    public Summary summary() {
        return read(Counts::summary);
    }

    /** The next offset to read of each partition, as committed with the rows. */
    public Map<TopicPartition, Long> positions() {
        var positions = new HashMap<TopicPartition, Long>();
        read(Positions::read).forEach((partition, position) -> positions.put(partition, position.next()));
        return positions;
    }

    private <T> T read(Function<Handle, T> question) {
        return database.jdbi().inTransaction(question::apply);
    }

    @Override
    public void close() {
        database.close();
    }
}
