package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/**
 * Tells a rewritten passage from a removed one where both sides have something of their own between two anchors: a
 * rewritten one shares telling words with its counterpart, or both are short lines standing alone.
 */
final class Revisions {

    private static final double LEAST_SHARE = 0.3;
    private static final double LEAST_RATIO = 0.4;
    private static final int SHORT_LINE = 12;
    private static final int TELLING_LETTERS = 5;
    private static final int LOOK_AHEAD = 30;

    private final Tokens a;
    private final Tokens b;
    private final Vocabulary vocabulary;

    Revisions(Tokens a, Tokens b, Vocabulary vocabulary) {
        this.a = a;
        this.b = b;
        this.vocabulary = vocabulary;
    }

    /** Beads for the passages of a gap that have words and no partner; each passage is in one. */
    List<Bead> between(List<Integer> left, List<Integer> right) {
        var beads = new ArrayList<Bead>();
        if (left.size() == 1 && right.size() == 1 && shortLines(left.getFirst(), right.getFirst())) {
            beads.add(new Bead(left, right, Bead.Kind.ALTERED));
            return beads;
        }
        List<Set<Long>> theirs = right.stream().map(q -> telling(b, q)).toList();
        int cursor = 0;
        for (int p : left) {
            int j = counterpart(telling(a, p), theirs, cursor);
            if (j < 0) {
                beads.add(new Bead(List.of(p), List.of(), Bead.Kind.REMOVED));
                continue;
            }
            for (; cursor < j; cursor++) {
                beads.add(new Bead(List.of(), List.of(right.get(cursor)), Bead.Kind.ADDED));
            }
            beads.add(new Bead(List.of(p), List.of(right.get(cursor++)), Bead.Kind.ALTERED));
        }
        for (; cursor < right.size(); cursor++) {
            beads.add(new Bead(List.of(), List.of(right.get(cursor)), Bead.Kind.ADDED));
        }
        return beads;
    }

    private boolean shortLines(int p, int q) {
        int longer = Math.max(a.length(p), b.length(q));
        int shorter = Math.min(a.length(p), b.length(q));
        return longer <= SHORT_LINE && shorter >= LEAST_RATIO * longer;
    }

    private static int counterpart(Set<Long> ours, List<Set<Long>> theirs, int from) {
        for (int j = from; j < Math.min(theirs.size(), from + LOOK_AHEAD); j++) {
            Set<Long> other = theirs.get(j);
            long shared = ours.stream().filter(other::contains).count();
            if (shared >= 2 && 2.0 * shared >= LEAST_SHARE * (ours.size() + other.size())) {
                return j;
            }
        }
        return -1;
    }

    /** Longer words, and pairs of neighbouring characters in scripts without spaces. */
    private Set<Long> telling(Tokens side, int passage) {
        var out = new HashSet<Long>();
        for (int t = side.starts[passage]; t < side.starts[passage + 1]; t++) {
            int id = side.ids[t];
            if (id > Character.MAX_CODE_POINT) {
                if (vocabulary.text(id).length() >= TELLING_LETTERS) {
                    out.add((long) id);
                }
            } else if (t > side.starts[passage]) {
                out.add(((long) side.ids[t - 1] << 32) | id);
            }
        }
        return out;
    }
}
