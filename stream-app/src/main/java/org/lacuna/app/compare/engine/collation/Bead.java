package org.lacuna.app.compare.engine.collation;

import java.util.List;

/**
 * A group of passages of the baseline and the passages of the target that stand in their place. Every passage of both
 * sides is in exactly one bead. Field's term: bead, in sentence alignment.
 *
 * @param baseline indices in the baseline, ascending, from 0; none where the target added something
 * @param target indices in the target, ascending, from 0; none where something is missing
 * @param kind how the two relate
 * @param confidence how sure the kind is, from 0 to 1; 1 where the words themselves were matched
 */
public record Bead(List<Integer> baseline, List<Integer> target, Kind kind, double confidence) {

    /** How the two sides of a bead relate. */
    public enum Kind {
        /** They say the same, spelling, script and typography aside; across languages: one is taken to render the other. */
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
        ADDED,
        /** The target renders it in another language without a concept that it names. */
        CONCEPT_LOST
    }

    /** Copies the lists. @throws IllegalArgumentException if both are empty, or the confidence is not within 0 and 1 */
    public Bead {
        baseline = List.copyOf(baseline);
        target = List.copyOf(target);
        if (baseline.isEmpty() && target.isEmpty()) {
            throw new IllegalArgumentException("a bead holds at least one passage");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
    }

    /** A bead that is sure. */
    public Bead(List<Integer> baseline, List<Integer> target, Kind kind) {
        this(baseline, target, kind, 1);
    }
}
