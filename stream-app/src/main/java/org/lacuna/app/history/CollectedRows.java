package org.lacuna.app.history;

import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Capture;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.topics.Topics;

/** Writes what was collected. */
final class CollectedRows {

    private CollectedRows() {}

    static void write(Handle handle, SnapshotRecord record) {
        switch (record.getBody()) {
            case Snapshot snapshot -> write(handle, snapshot, record);
            case SectionPart part -> write(handle, part, record);
            default -> throw new IllegalStateException("the schema has no " + record.getBody());
        }
    }

    private static void write(Handle handle, Snapshot snapshot, SnapshotRecord record) {
        var release = snapshot.getRelease();
        Row.in("work")
                .key("id", release.getWork())
                .set("title", release.getTitle())
                .set("medium", release.getMedium())
                .set("last_seen", snapshot.getObservedAt())
                .writeUnlessOlder(handle, "last_seen");
        Row.in("release")
                .key("id", release.getId())
                .set("work", release.getWork())
                .set("title", release.getTitle())
                .set("medium", release.getMedium())
                .set("market", release.getMarket())
                .set("language", release.getLanguage())
                .set("edit", release.getEdit())
                .set("last_seen", snapshot.getObservedAt())
                .writeUnlessOlder(handle, "last_seen");
        if (sameAsBefore(handle, snapshot)) {
            return;
        }
        Row.in("snapshot")
                .key("id", snapshot.getId())
                .key("observed_at", snapshot.getObservedAt())
                .set("work", release.getWork())
                .set("release", release.getId())
                .set("title", release.getTitle())
                .set("market", release.getMarket())
                .set("language", release.getLanguage())
                .set("source", snapshot.getSource())
                .set("url", snapshot.getUrl())
                .set("availability", snapshot.getAvailability())
                .set("sections", snapshot.getSections().size())
                .set(
                        "capture_urls",
                        snapshot.getCaptures().stream().map(Capture::getUrl).collect(Collectors.joining("\n")))
                .set("record", Stored.record(Topics.SNAPSHOTS, record))
                .write(handle);
    }

    /** A collector that lost its memory publishes again what it sees; that is no new version. */
    private static boolean sameAsBefore(Handle handle, Snapshot snapshot) {
        return handle.createQuery(
                        """
                        select id from snapshot where release = :release and source = :source and observed_at < :at
                        order by observed_at desc limit 1
                        """)
                .bind("release", snapshot.getRelease().getId())
                .bind("source", snapshot.getSource())
                .bind("at", Stored.time(snapshot.getObservedAt()))
                .mapTo(String.class)
                .findOne()
                .filter(snapshot.getId()::equals)
                .isPresent();
    }

    private static void write(Handle handle, SectionPart part, SnapshotRecord record) {
        Row.in("section")
                .key("work", part.getWork())
                .key("hash", part.getHash())
                .key("part", part.getPart())
                .set("parts", part.getParts())
                .set("passages", part.getPassages().size())
                .set("text", part.getPassages().stream().map(Passage::getText).collect(Collectors.joining("\n")))
                .set("record", Stored.record(Topics.SNAPSHOTS, record))
                .write(handle);
    }

    static void write(Handle handle, SourceFault fault) {
        Row.in("source_fault")
                .key("id", fault.getId())
                .set("source", fault.getSource())
                .set("release", fault.getRelease())
                .set("url", fault.getUrl())
                .set("kind", fault.getKind())
                .set("rule", fault.getRule())
                .set("says", fault.getSays())
                .set("at", fault.getAt())
                .set("capture_url", fault.getCapture().map(Capture::getUrl))
                .set("record", Stored.record(Topics.SOURCE_FAULTS, fault))
                .write(handle);
    }
}
