package org.lacuna.app.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.Witnesses;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Place;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Ids;

/**
 * Reads what differs between the two versions of a pair, and how each difference stands in every release of the work.
 * Safe for use by many threads.
 */
final class PairReader {

    private final Comparer comparer = new Comparer();

    /**
     * What reading a pair gave.
     *
     * @param changes the changes, all OPEN, first seen now
     * @param notCompared why the texts could not be compared; empty where they were
     */
    record Read(List<Change> changes, Optional<String> notCompared) {}

    /**
     * Reads a pair.
     *
     * @param others the other releases of the work, to look each difference up in
     */
    Read read(Pair pair, Collection<Version> others) {
        if (pair.target().absent() || pair.baseline().absent()) {
            return new Read(withheld(pair, others), Optional.empty());
        }
        Collation collation =
                comparer.compare(pair.baseline().text(), pair.target().text());
        var indices = others.stream()
                .filter(version -> !version.absent())
                .collect(Collectors.toMap(Function.identity(), version -> Witnesses.of(version.text())));
        var changes = collation.differences().stream()
                .map(difference -> change(pair, difference, witnesses(pair, difference, others, indices)))
                .toList();
        return new Read(changes, collation.notCompared());
    }

    /** A release that its source says is not offered, while the baseline is. */
    private static List<Change> withheld(Pair pair, Collection<Version> others) {
        if (pair.baseline().absent() || !pair.target().absent()) {
            return List.of();
        }
        var witnesses = new ArrayList<Witness>();
        witnesses.add(witness(pair.baseline(), WitnessState.PRESENT));
        witnesses.add(witness(pair.target(), WitnessState.MISSING));
        others.forEach(version ->
                witnesses.add(witness(version, version.absent() ? WitnessState.MISSING : WitnessState.PRESENT)));
        var release = pair.baseline().release();
        var title = new Place("", List.of(), null, null, null, release.getTitle(), release.getLanguage());
        return List.of(change(
                pair,
                new Difference(
                        Ids.of("withheld"),
                        ChangeKind.WITHHELD,
                        Optional.of(title),
                        Optional.empty(),
                        "",
                        "",
                        Difference.Detail.NONE),
                witnesses));
    }

    private static List<Witness> witnesses(
            Pair pair, Difference difference, Collection<Version> others, Map<Version, Witnesses> indices) {
        if (difference.baseline().isEmpty()) {
            return List.of();
        }
        var witnesses = new ArrayList<Witness>();
        witnesses.add(witness(pair.baseline(), WitnessState.PRESENT));
        witnesses.add(witness(pair.target(), inTarget(difference.kind())));
        for (var version : others) {
            var index = Optional.ofNullable(indices.get(version));
            witnesses.add(witness(
                    version,
                    index.map(i -> i.lookUp(difference.baseline().get())).orElse(WitnessState.UNKNOWN)));
        }
        return witnesses;
    }

    private static WitnessState inTarget(ChangeKind kind) {
        return switch (kind) {
            case REMOVED, WITHHELD -> WitnessState.MISSING;
            case SHORTENED, ALTERED, CONCEPT_LOST, FIELD_CHANGED -> WitnessState.ALTERED;
            case ADDED, MOVED, RESTORED -> WitnessState.PRESENT;
        };
    }

    private static Witness witness(Version version, WitnessState state) {
        return new Witness(version.release().getId(), version.release().getMarket(), state);
    }

    private static Change change(Pair pair, Difference difference, List<Witness> witnesses) {
        var release = pair.target().release();
        return Change.newBuilder()
                .setId(Ids.of(release.getWork(), pair.key(), difference.id()))
                .setWork(release.getWork())
                .setTitle(release.getTitle())
                .setMedium(release.getMedium())
                .setKind(difference.kind())
                .setComparison(pair.kind())
                .setBaselineRelease(pair.baseline().release())
                .setBaselineSnapshot(pair.baseline().snapshot().getId())
                .setTargetRelease(release)
                .setTargetSnapshot(pair.target().snapshot().getId())
                .setBaseline(difference.baseline().orElse(null))
                .setTarget(difference.target().orElse(null))
                .setBefore(difference.before())
                .setAfter(difference.after())
                .setWitnesses(witnesses)
                .setExplanations(difference.detail().explanations())
                .setConfidence(difference.detail().confidence())
                .setLost(difference.detail().lost())
                .setGained(difference.detail().gained())
                .setConcepts(difference.detail().concepts())
                .setCutMillis(difference.detail().cut().map(Duration::toMillis).orElse(null))
                .setSpreadFrom(null)
                .setRestores(null)
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(pair.at())
                .setLastConfirmed(pair.at())
                .setEngine(Comparer.VERSION)
                .build();
    }
}
