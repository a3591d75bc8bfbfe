package org.lacuna.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lacuna.schema.Change;
import org.lacuna.schema.PairReading;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;

/** What the stage holds of each work: sections by hash, the last snapshot of each release, its changes. One thread. */
final class Shelf {

    static final String SECTIONS = "compare.sections-by-hash";
    static final String SNAPSHOTS = "compare.snapshots-by-release";
    static final String CHANGES = "compare.changes-by-id";
    static final String READINGS = "compare.readings-by-pair";

    private final KeyValueStore<String, SnapshotRecord> sections;
    private final KeyValueStore<String, SnapshotRecord> snapshots;
    private final KeyValueStore<String, Change> changes;
    private final KeyValueStore<String, PairReading> readings;
    private final Reads reads;

    Shelf(
            KeyValueStore<String, SnapshotRecord> sections,
            KeyValueStore<String, SnapshotRecord> snapshots,
            KeyValueStore<String, Change> changes,
            KeyValueStore<String, PairReading> readings,
            Reads reads) {
        this.readings = readings;
        this.reads = reads;
        this.sections = sections;
        this.snapshots = snapshots;
        this.changes = changes;
    }

    void put(SectionPart part) {
        sections.put(key(part.getWork(), part.getHash(), "" + part.getPart()), new SnapshotRecord(part));
    }

    void put(Snapshot snapshot) {
        var release = snapshot.getRelease();
        snapshots.put(key(release.getWork(), release.getId()), new SnapshotRecord(snapshot));
    }

    void put(Change change) {
        changes.put(key(change.getWork(), change.getId()), change);
    }

    void put(String work, String pair, PairReading reading) {
        readings.put(key(work, pair), reading);
    }

    /** How the pairs of a work were last read, by the key of the pair. */
    Map<String, PairReading> readingsOf(String work) {
        var found = new HashMap<String, PairReading>();
        var prefix = key(work, "");
        try (var all = readings.prefixScan(prefix, new StringSerializer())) {
            all.forEachRemaining(entry -> found.put(entry.key.substring(prefix.length()), entry.value));
        }
        return found;
    }

    /** The first part that a snapshot names and that never arrived, for people; empty where all of them did. */
    Optional<String> lackedBy(Snapshot snapshot) {
        var work = snapshot.getRelease().getWork();
        var there = last(work, snapshot.getRelease().getId()).stream()
                .flatMap(version -> version.sections().stream())
                .map(SectionRef::getHash)
                .collect(Collectors.toSet());
        return snapshot.getSections().stream()
                .filter(section -> !there.contains(section.getHash()))
                .flatMap(section -> IntStream.range(0, section.getParts())
                        .filter(part -> sections.get(key(work, section.getHash(), "" + part)) == null)
                        .mapToObj(part -> "part %d of section %s of %s".formatted(part, section.getHash(), work)))
                .findFirst();
    }

    /** The last snapshot of a release; empty where there was none. */
    Optional<Version> last(String work, String release) {
        return Optional.ofNullable(snapshots.get(key(work, release))).map(this::version);
    }

    /** The last snapshot of every release of a work. */
    List<Version> lastOfAll(String work) {
        var versions = new ArrayList<Version>();
        try (var all = snapshots.prefixScan(key(work, ""), new StringSerializer())) {
            all.forEachRemaining(entry -> versions.add(version(entry.value)));
        }
        return versions;
    }

    /** Every change of a work, whether it still holds or not. */
    List<Change> changesOf(String work) {
        var found = new ArrayList<Change>();
        try (var all = changes.prefixScan(key(work, ""), new StringSerializer())) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    private Version version(SnapshotRecord value) {
        var snapshot = (Snapshot) value.getBody();
        return new Version(snapshot, section -> passages(snapshot.getRelease().getWork(), section));
    }

    private List<Passage> passages(String work, SectionRef section) {
        reads.section();
        return IntStream.range(0, section.getParts())
                .mapToObj(part -> part(work, section, part))
                .flatMap(part -> part.getPassages().stream())
                .toList();
    }

    private SectionPart part(String work, SectionRef section, int part) {
        var value = sections.get(key(work, section.getHash(), "" + part));
        if (value == null) {
            throw new IllegalStateException(
                    "part %d of section %s of %s is not on the shelf".formatted(part, section.getHash(), work));
        }
        return (SectionPart) value.getBody();
    }

    private static String key(String... parts) {
        return String.join("\n", parts);
    }
}
