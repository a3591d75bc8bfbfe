package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.List;

/** Tells a rewritten passage from a removed one, where both sides have something of their own between two anchors. */
final class Revisions {

    private static final double LEAST_RATIO = 0.4;

    private Revisions() {}

    /** Beads for the passages of a gap that have words and no partner; each passage is in one. */
    static List<Bead> between(Tokens a, Tokens b, List<Integer> left, List<Integer> right) {
        var beads = new ArrayList<Bead>();
        int i = 0;
        int j = 0;
        if (!left.isEmpty() && !right.isEmpty() && comparable(size(a, left), size(b, right))) {
            while (i < left.size() && j < right.size()) {
                int iTo = i + 1;
                int jTo = j + 1;
                int ours = a.length(left.get(i));
                int theirs = b.length(right.get(j));
                while (!comparable(ours, theirs)) {
                    if (ours < theirs && iTo < left.size()) {
                        ours += a.length(left.get(iTo++));
                    } else if (theirs < ours && jTo < right.size()) {
                        theirs += b.length(right.get(jTo++));
                    } else {
                        break;
                    }
                }
                beads.add(new Bead(left.subList(i, iTo), right.subList(j, jTo), Bead.Kind.ALTERED));
                i = iTo;
                j = jTo;
            }
        }
        for (; i < left.size(); i++) {
            beads.add(new Bead(List.of(left.get(i)), List.of(), Bead.Kind.REMOVED));
        }
        for (; j < right.size(); j++) {
            beads.add(new Bead(List.of(), List.of(right.get(j)), Bead.Kind.ADDED));
        }
        return beads;
    }

    private static boolean comparable(int one, int other) {
        return Math.min(one, other) >= LEAST_RATIO * Math.max(one, other);
    }

    private static int size(Tokens side, List<Integer> passages) {
        return passages.stream().mapToInt(side::length).sum();
    }
}
