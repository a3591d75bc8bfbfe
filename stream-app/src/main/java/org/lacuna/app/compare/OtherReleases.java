package org.lacuna.app.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.Change;
import org.lacuna.schema.Place;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

/**
 * The releases of a work as witnesses. Only the current one is new, so that of the others is kept what the changes known
 * say of them.
 *
 * @param all the last version of every release
 * @param current the version that is new
 * @param previous the version before it of the same release
 * @param known the changes that hold, by id
 * @param testimony looks passages up
 */
record OtherReleases(
        Collection<Version> all,
        Version current,
        Optional<Version> previous,
        Map<String, Change> known,
        Testimony testimony) {

    /** How a passage of a pair's baseline stands in every release but the two. */
    List<Witness> witnesses(Pair pair, String change, Place place) {
        var earlier = Optional.ofNullable(known.get(change))
                .filter(before -> before.getEngine().equals(Comparer.VERSION));
        var witnesses = new ArrayList<Witness>();
        for (var version : all) {
            if (!pair.holds(version)) {
                var before = earlier.flatMap(at -> stateIn(at, version));
                witnesses.add(new Witness(
                        version.release().getId(),
                        version.release().getMarket(),
                        state(place, pair.baseline(), version, before)));
            }
        }
        return witnesses;
    }

    private WitnessState state(Place place, Version from, Version version, Optional<WitnessState> before) {
        if (before.isEmpty()) {
            return testimony.lookUp(place, from, version);
        }
        if (!version.isOf(current.release())) {
            return before.get();
        }
        return previous.map(earlier -> testimony.lookUp(place, from, version, earlier, before.get()))
                .orElseGet(() -> testimony.lookUp(place, from, version));
    }

    private static Optional<WitnessState> stateIn(Change change, Version version) {
        return change.getWitnesses().stream()
                .filter(witness -> witness.getRelease().equals(version.release().getId()))
                .map(Witness::getState)
                .findFirst();
    }
}
