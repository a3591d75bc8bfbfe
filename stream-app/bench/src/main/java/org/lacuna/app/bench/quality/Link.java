package org.lacuna.app.bench.quality;

import java.util.List;

/**
 * Lines of one text and the lines of another that say the same.
 *
 * @param baseline lines of the first, ascending, from 0; none where the second has more
 * @param target lines of the second, ascending, from 0; none where it has less
 */
public record Link(List<Integer> baseline, List<Integer> target) {

    /** Copies the lists in ascending order. */
    public Link {
        baseline = baseline.stream().sorted().toList();
        target = target.stream().sorted().toList();
    }

    /** Whether lines of both sides are in it. */
    boolean hasBoth() {
        return !baseline.isEmpty() && !target.isEmpty();
    }
}
