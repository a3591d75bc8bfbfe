package org.lacuna.app.compare.engine;

import java.util.List;

/**
 * A group of passages of the baseline and the passages of the target that stand in their place. Every passage of both
 * sides is in exactly one bead. Field's term: bead, in sentence alignment.
 *
 * @param baseline indices in the baseline, ascending, from 0; none where the target added something
 * @param target indices in the target, ascending, from 0; none where something is missing
 * @param kind how the two relate
 */
public record Bead(List<Integer> baseline, List<Integer> target, Kind kind) {

    /** How the two sides of a bead relate. */
    public enum Kind {
        /** They say the same, spelling, script and typography aside. */
        SAME,
        /** The same stands at another place. */
        MOVED,
        /** Words differ. */
        ALTERED,
        /** The target keeps only a part. */
        SHORTENED,
        /** The target lacks it. */
        REMOVED,
        /** The baseline lacks it. */
        ADDED
    }

    /** Copies the lists. @throws IllegalArgumentException if both are empty */
    public Bead {
        baseline = List.copyOf(baseline);
        target = List.copyOf(target);
        if (baseline.isEmpty() && target.isEmpty()) {
            throw new IllegalArgumentException("a bead holds at least one passage");
        }
    }
}
