package org.lacuna.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lacuna.app.compare.engine.Witnesses;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Change;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;

/**
 * Whether what is missing in sections that were not read again stands where they were, or the other way round: then it
 * may have moved, which only the whole tells.
 */
final class TurnedUp {

    private TurnedUp() {}

    /** Whether words that one list of changes misses are words that the other one adds. */
    static boolean between(List<Change> carried, List<Change> found) {
        return added(found, carried) || added(carried, found);
    }

    private static boolean added(List<Change> adding, List<Change> missing) {
        var more = texts(adding, Change::getTarget);
        var less = texts(missing, Change::getBaseline);
        if (more.isEmpty() || less.isEmpty()) {
            return false;
        }
        var passages = less.stream()
                .map(place -> new Passage(PassageKind.PROSE, place.getText(), null, null, null))
                .toList();
        var index = Witnesses.of(new Text(less.getFirst().getLanguage(), List.of(new Text.Section("", passages))));
        return more.stream()
                .map(place -> Place.newBuilder(place).setKey(null).build())
                .map(index::lookUp)
                .anyMatch(state -> state == WitnessState.PRESENT || state == WitnessState.ALTERED);
    }

    private static List<Place> texts(List<Change> changes, Function<Change, Optional<Place>> side) {
        return changes.stream()
                .filter(change ->
                        change.getBaseline().isEmpty() || change.getTarget().isEmpty())
                .flatMap(change -> side.apply(change).stream())
                .toList();
    }
}
