package org.lacuna.app.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.PairReading;

/**
 * Reads a work again when a release of it has a new snapshot: the release against its own past, and every release of
 * the China market against its baseline. What is known comes in, what is new goes out; sections indexed for witnesses are kept
 * for the next time. One thread.
 */
final class WorkReader {

    private final MarketPlan plan;
    private final PairReader pairs;
    private final Testimony testimony;

    WorkReader(MarketPlan plan, Comparer comparer, Reads reads) {
        this.plan = plan;
        pairs = new PairReader(comparer, reads);
        testimony = new Testimony(reads);
    }

    /**
     * What is known of a work.
     *
     * @param others the last versions of the other releases
     * @param changes its changes so far
     * @param readings how its pairs were last read, by the key of the pair
     */
    record Known(Collection<Version> others, Collection<Change> changes, Map<String, PairReading> readings) {}

    /**
     * What is new.
     *
     * @param comparisons pairs of which the new snapshot is one side
     * @param changes changes that are new or stand otherwise than before
     * @param moved changes that stand as before, but whose passages have other numbers now
     * @param readings how pairs were read, by the key of the pair, where they were
     */
    record News(
            List<Comparison> comparisons,
            List<Change> changes,
            List<Change> moved,
            Map<String, PairReading> readings) {}

    /**
     * Reads a work.
     *
     * @param current the new version
     * @param previous the version before it of the same release
     */
    News read(Version current, Optional<Version> previous, Known known) {
        var changes = known.changes().stream()
                .map(change -> upToDate(change, known.readings()))
                .toList();
        var all = new ArrayList<>(known.others());
        all.add(current);
        var releases = new OtherReleases(all, current, previous, open(changes), testimony);
        var comparisons = new ArrayList<Comparison>();
        var moments = new ArrayList<Change>();
        previous.map(earlier -> new Pair(ComparisonKind.MOMENTS, earlier, current))
                .ifPresent(pair -> {
                    var read = pairs.read(pair, Optional.empty(), List.of(), releases);
                    comparisons.add(pair.recorded(read));
                    moments.addAll(read.changes());
                });
        var markets = new ArrayList<Change>();
        var readings = new HashMap<String, PairReading>();
        for (var pair : marketPairs(current, known.others())) {
            var before = Optional.ofNullable(known.readings().get(pair.key()));
            var read = pairs.read(
                    pair,
                    before.flatMap(reading -> last(pair, reading, current, previous)),
                    changes.stream()
                            .filter(change -> isOpen(change) && key(change).equals(pair.key()))
                            .toList(),
                    releases);
            var reading = counted(read.reading(), before);
            readings.put(pair.key(), reading);
            if (pair.holds(current)) {
                comparisons.add(pair.recorded(read));
            }
            read.changes().stream()
                    .map(change -> Change.newBuilder(change)
                            .setReadings(reading.getReadings())
                            .build())
                    .forEach(markets::add);
        }
        var life = new LifeOfChanges(
                changes, plan.confirmation(), ofPipeline(previous, known, changes), place -> previous.filter(
                                earlier -> testimony.appeared(place, earlier, current))
                        .isPresent());
        life.markets(markets);
        life.moments(moments, current);
        readings.entrySet()
                .removeIf(entry -> entry.getValue().equals(known.readings().get(entry.getKey())));
        return new News(comparisons, life.news(), life.moved(), readings);
    }

    private static Map<String, Change> open(Collection<Change> changes) {
        return changes.stream()
                .filter(WorkReader::isOpen)
                .collect(Collectors.toMap(Change::getId, Function.identity(), (one, other) -> other));
    }

    private static boolean isOpen(Change change) {
        return change.getStatus() != ChangeStatus.CLOSED;
    }

    private static String key(Change change) {
        return Pair.key(
                change.getComparison(),
                change.getBaselineRelease().getId(),
                change.getTargetRelease().getId());
    }

    /** A change that held at the last reading of its pair was seen then, without being written again. */
    private static Change upToDate(Change change, Map<String, PairReading> readings) {
        var reading = Optional.ofNullable(readings.get(key(change))).filter(last -> isOpen(change));
        return reading.map(last -> Change.newBuilder(change)
                        .setTimesSeen(change.getTimesSeen() + last.getReadings() - change.getReadings())
                        .setReadings(last.getReadings())
                        .setLastConfirmed(last.getAt())
                        .setBaselineSnapshot(last.getBaselineSnapshot())
                        .setTargetSnapshot(last.getTargetSnapshot())
                        .build())
                .orElse(change);
    }

    /** A reading counts when one of the two snapshots is later than at the one before. */
    private static PairReading counted(PairReading reading, Optional<PairReading> before) {
        int more = before.filter(last -> !reading.getAt().isAfter(last.getAt())).isPresent() ? 0 : 1;
        return PairReading.newBuilder(reading)
                .setReadings(before.map(PairReading::getReadings).orElse(0) + more)
                .build();
    }

    /** The last reading of a pair with its versions; empty where another engine read them, or others than these. */
    private static Optional<Spared.Last> last(
            Pair pair, PairReading reading, Version current, Optional<Version> previous) {
        if (!reading.getEngine().equals(Comparer.VERSION)) {
            return Optional.empty();
        }
        var baseline = asLastRead(pair.baseline(), reading.getBaselineSnapshot(), current, previous);
        var target = asLastRead(pair.target(), reading.getTargetSnapshot(), current, previous);
        return baseline.flatMap(ours -> target.map(theirs -> new Spared.Last(reading, ours, theirs)))
                .filter(last -> !last.baseline().absent() && !last.target().absent());
    }

    private static Optional<Version> asLastRead(
            Version side, String snapshot, Version current, Optional<Version> previous) {
        return (side.isOf(current.release()) ? previous : Optional.of(side))
                .filter(version -> version.snapshot().getId().equals(snapshot));
    }

    /**
     * What of our own made a change between markets appear or vanish, where it was another engine that read the work last:
     * what the present one finds, or no longer finds, in the versions from before this snapshot, no release has changed. A
     * change that is closed, or of the past, is never read again and keeps the engine that saw it.
     */
    private Function<Change, Optional<String>> ofPipeline(
            Optional<Version> previous, Known work, Collection<Change> known) {
        if (previous.isEmpty()) {
            return change -> Optional.empty();
        }
        var marketPairs = marketPairs(previous.get(), work.others());
        var ofChanges = known.stream()
                .filter(change -> change.getComparison() == ComparisonKind.MARKETS && isOpen(change))
                .map(Change::getEngine);
        var ofReadings = marketPairs.stream()
                .flatMap(pair -> Optional.ofNullable(work.readings().get(pair.key())).stream())
                .map(PairReading::getEngine);
        var earlier = Stream.concat(ofChanges, ofReadings)
                .filter(engine -> !engine.equals(Comparer.VERSION))
                .max(Comparator.naturalOrder());
        if (earlier.isEmpty()) {
            return change -> Optional.empty();
        }
        var nobody = new OtherReleases(List.of(), previous.get(), Optional.empty(), Map.of(), testimony);
        var before = new HashSet<String>();
        for (var pair : marketPairs) {
            pairs.read(pair, Optional.empty(), List.of(), nobody)
                    .changes()
                    .forEach(change -> before.add(change.getId()));
        }
        var reason = "engine %s -> %s".formatted(earlier.get(), Comparer.VERSION);
        var ids = known.stream().map(Change::getId).collect(Collectors.toSet());
        return change -> change.getComparison() == ComparisonKind.MARKETS
                        && ids.contains(change.getId()) != before.contains(change.getId())
                ? Optional.of(reason)
                : Optional.empty();
    }

    private List<Pair> marketPairs(Version current, Collection<Version> others) {
        var all = new ArrayList<>(others);
        all.add(current);
        Map<String, Version> byRelease = all.stream()
                .collect(Collectors.toMap(version -> version.release().getId(), version -> version));
        var releases = all.stream().map(Version::release).toList();
        var found = new ArrayList<Pair>();
        for (var target : all) {
            if (plan.isTarget(target.release())) {
                plan.baselineOf(target.release(), releases)
                        .map(release -> byRelease.get(release.getId()))
                        .map(baseline -> new Pair(ComparisonKind.MARKETS, baseline, target))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
