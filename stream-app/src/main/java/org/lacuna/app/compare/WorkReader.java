package org.lacuna.app.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.Change;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;

/**
 * Reads a work again when a release of it has a new snapshot: the release against its own past, and every release of
 * the China market against its baseline. Pure: what is known comes in, what is new goes out.
 */
final class WorkReader {

    private final MarketPlan plan;
    private final PairReader pairs = new PairReader();

    WorkReader(MarketPlan plan) {
        this.plan = plan;
    }

    /**
     * What is new.
     *
     * @param comparisons pairs of which the new snapshot is one side
     * @param changes changes that are new or stand otherwise than before
     * @param confirmed changes that stand as before, confirmed once more
     */
    record News(List<Comparison> comparisons, List<Change> changes, List<Change> confirmed) {}

    /**
     * Reads a work.
     *
     * @param current the new version
     * @param previous the version before it of the same release
     * @param others the last versions of the other releases
     * @param known the changes of the work so far
     */
    News read(Version current, Optional<Version> previous, Collection<Version> others, Collection<Change> known) {
        var comparisons = new ArrayList<Comparison>();
        var moments = new ArrayList<Change>();
        previous.map(earlier -> new Pair(ComparisonKind.MOMENTS, earlier, current))
                .ifPresent(pair -> {
                    var read = pairs.read(pair, others);
                    comparisons.add(pair.recorded(read.changes(), read.notCompared()));
                    moments.addAll(read.changes());
                });
        var markets = new ArrayList<Change>();
        for (var pair : marketPairs(current, others)) {
            var read = pairs.read(pair, without(pair, current, others));
            if (pair.holds(current)) {
                comparisons.add(pair.recorded(read.changes(), read.notCompared()));
            }
            markets.addAll(read.changes());
        }
        var life = new LifeOfChanges(known, plan.confirmation(), ofPipeline(previous, others, known));
        life.markets(markets);
        life.moments(moments, current);
        return new News(comparisons, life.news(), life.confirmed());
    }

    /**
     * What of our own made a change between markets appear or vanish, where it was another engine that read the work last:
     * what the present one finds, or no longer finds, in the versions from before this snapshot, no release has changed.
     */
    private Function<Change, Optional<String>> ofPipeline(
            Optional<Version> previous, Collection<Version> others, Collection<Change> known) {
        var earlier = known.stream()
                .map(Change::getEngine)
                .filter(engine -> !engine.equals(Comparer.VERSION))
                .max(Comparator.naturalOrder());
        if (earlier.isEmpty() || previous.isEmpty()) {
            return change -> Optional.empty();
        }
        var before = new HashSet<String>();
        for (var pair : marketPairs(previous.get(), others)) {
            pairs.read(pair, List.of()).changes().forEach(change -> before.add(change.getId()));
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

    private static List<Version> without(Pair pair, Version current, Collection<Version> others) {
        return Stream.concat(others.stream(), Stream.of(current))
                .filter(version -> !pair.holds(version))
                .toList();
    }
}
