package org.lacuna.app.compare;

import java.util.List;
import java.util.stream.Stream;
import org.lacuna.schema.Change;
import org.lacuna.schema.Place;

/** Changes at the first and last passages of sections: two of them may be one, which only the whole tells. */
record Borders(Pair pair) {

    /** Whether a change that was found in a part may belong to another one, or would not be there in the whole. */
    boolean areInDoubt(List<Change> carried, List<Change> found) {
        long fresh = found.stream().filter(this::isAtBorder).count();
        return fresh > 0
                && (fresh > 1
                        || carried.stream().anyMatch(this::isAtBorder)
                        || found.stream().anyMatch(this::goesAcross));
    }

    private boolean isAtBorder(Change change) {
        return isFirst(change) || isLast(change);
    }

    /** Whether the end of a section stands against the start of another one. */
    private boolean goesAcross(Change change) {
        return change.getBaseline().isPresent() && change.getTarget().isPresent() && isFirst(change) && isLast(change);
    }

    private boolean isFirst(Change change) {
        return at(change.getBaseline().stream(), pair.baseline(), 0)
                || at(change.getTarget().stream(), pair.target(), 0);
    }

    private boolean isLast(Change change) {
        return at(change.getBaseline().stream(), pair.baseline(), 1)
                || at(change.getTarget().stream(), pair.target(), 1);
    }

    private static boolean at(Stream<Place> place, Version side, int end) {
        return place.flatMap(where -> where.getPassages().stream())
                .anyMatch(passage -> side.start(side.sectionOf(passage) + end) - end == passage);
    }
}
