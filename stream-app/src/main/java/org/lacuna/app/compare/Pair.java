package org.lacuna.app.compare;

import java.time.Instant;
import java.util.TreeMap;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.ChangeCount;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.topics.Ids;

/**
 * Two versions that are held against each other.
 *
 * @param kind two markets or two moments
 * @param baseline the version held as the baseline
 * @param target the version held against it
 */
record Pair(ComparisonKind kind, Version baseline, Version target) {

    /** The same for every snapshot of the two releases. */
    String key() {
        return key(kind, baseline.release().getId(), target.release().getId());
    }

    static String key(ComparisonKind kind, String baseline, String target) {
        return kind + " " + baseline + " " + target;
    }

    /** Whether a version's release is one of the two. */
    boolean holds(Version version) {
        return version.isOf(baseline.release()) || version.isOf(target.release());
    }

    /** When both were first there to be compared. */
    Instant at() {
        var one = baseline.snapshot().getObservedAt();
        var other = target.snapshot().getObservedAt();
        return one.isAfter(other) ? one : other;
    }

    /** What a comparison of the two is recorded as. */
    Comparison recorded(PairReader.Read read) {
        var counts = new TreeMap<ChangeKind, Integer>();
        read.changes().forEach(change -> counts.merge(change.getKind(), 1, Integer::sum));
        return Comparison.newBuilder()
                .setId(Ids.of(
                        kind.name(),
                        baseline.snapshot().getId(),
                        target.snapshot().getId(),
                        Comparer.VERSION))
                .setWork(target.release().getWork())
                .setKind(kind)
                .setBaseline(baseline.release())
                .setBaselineSnapshot(baseline.snapshot().getId())
                .setTarget(target.release())
                .setTargetSnapshot(target.snapshot().getId())
                .setComparedAt(at())
                .setEngine(Comparer.VERSION)
                .setCounts(counts.entrySet().stream()
                        .map(e -> new ChangeCount(e.getKey(), e.getValue()))
                        .toList())
                .setNotCompared(read.reading().getNotCompared().orElse(null))
                .setNotes(read.reading().getNotes())
                .build();
    }
}
