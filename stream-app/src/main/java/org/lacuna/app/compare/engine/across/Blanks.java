package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lacuna.app.compare.engine.collation.Bead;

/** Passages without words, such as blank lines: they are paired in their order and are never a difference. */
final class Blanks {

    private Blanks() {}

    /** Beads of the passages that are in neither side's sentences. */
    static List<Bead> beads(List<Integer> ofA, Side left, List<Integer> ofB, Side right) {
        List<Integer> ours = blank(ofA, left);
        List<Integer> theirs = blank(ofB, right);
        var beads = new ArrayList<Bead>();
        for (int k = 0; k < Math.max(ours.size(), theirs.size()); k++) {
            beads.add(new Bead(
                    k < ours.size() ? List.of(ours.get(k)) : List.of(),
                    k < theirs.size() ? List.of(theirs.get(k)) : List.of(),
                    Bead.Kind.SAME));
        }
        return beads;
    }

    private static List<Integer> blank(List<Integer> passages, Side side) {
        Set<Integer> read = new HashSet<>();
        for (int passage : side.passages()) {
            read.add(passage);
        }
        return passages.stream().filter(p -> !read.contains(p)).toList();
    }
}
