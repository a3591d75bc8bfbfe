package org.lacuna.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.Snapshot;

/**
 * A work's releases, each with its versions over time.
 *
 * @param history all that is kept of the work
 * @param releases the releases, GLOBAL first, then by market
 */
record Timeline(WorkHistory history, List<Versions> releases) {

    private static final Comparator<Versions> GLOBAL_FIRST = Comparator.<Versions, Boolean>comparing(
                    versions -> !versions.release().getMarket().equals("GLOBAL"))
            .thenComparing(versions -> versions.release().getMarket())
            .thenComparing(versions -> versions.release().getId());

    /**
     * The versions of a release, oldest first.
     *
     * @param release the release, as last seen
     * @param versions its versions
     */
    record Versions(Release release, List<Version> versions) {}

    /**
     * A version of a release.
     *
     * @param snapshot what was seen
     * @param fromBefore the comparison with the version before at the same source; empty for the first, and where there
     *     is none
     */
    record Version(Snapshot snapshot, Optional<Comparison> fromBefore) {}

    static Timeline of(WorkHistory history, List<Comparison> comparisons) {
        var moments = new LinkedHashMap<String, Comparison>();
        comparisons.stream()
                .filter(comparison -> comparison.getKind() == ComparisonKind.MOMENTS)
                .forEach(comparison -> moments.put(
                        comparison.getBaselineSnapshot() + ' ' + comparison.getTargetSnapshot(), comparison));
        var byRelease = new LinkedHashMap<String, List<Version>>();
        var before = new LinkedHashMap<String, Snapshot>();
        for (var snapshot : history.snapshots()) {
            var release = snapshot.getRelease().getId();
            var last = Optional.ofNullable(before.put(release + ' ' + snapshot.getSource(), snapshot));
            var comparison = last.map(old -> moments.get(old.getId() + ' ' + snapshot.getId()));
            byRelease.computeIfAbsent(release, id -> new ArrayList<>()).add(new Version(snapshot, comparison));
        }
        return new Timeline(
                history,
                byRelease.values().stream()
                        .map(versions ->
                                new Versions(versions.getLast().snapshot().getRelease(), versions))
                        .sorted(GLOBAL_FIRST)
                        .toList());
    }
}
