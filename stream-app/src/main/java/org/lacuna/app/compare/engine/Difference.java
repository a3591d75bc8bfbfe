package org.lacuna.app.compare.engine;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;

/**
 * One difference between two texts.
 *
 * @param id SHA-256 in lower-case hex of kind, normalised content and place; the same whenever the two texts hold the
 *     same difference, whatever else changes around it
 * @param kind what happened; never WITHHELD or RESTORED, which only the history of a release shows
 * @param baseline the text in the baseline, its start where it is above 64 K; empty for ADDED
 * @param target the text in the target, cut likewise; empty for REMOVED
 * @param before text of the passage before it, 2,000 characters at most, in the baseline (in the target for ADDED); empty at the start
 * @param after text of the passage after it, 2,000 characters at most, in the same text; empty at the end
 * @param explanations ids of technical explanations that hold, such as pal-speed-up
 */
public record Difference(
        String id,
        ChangeKind kind,
        Optional<Place> baseline,
        Optional<Place> target,
        String before,
        String after,
        List<String> explanations) {

    /** Copies the list. */
    public Difference {
        explanations = List.copyOf(explanations);
    }
}
