package org.lacuna.app.compare.engine.collation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

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
 * @param detail what more is known of it
 */
public record Difference(
        String id,
        ChangeKind kind,
        Optional<Place> baseline,
        Optional<Place> target,
        String before,
        String after,
        Detail detail) {

    /**
     * What more is known of a difference.
     *
     * @param confidence how sure it is that the texts differ so, from 0 to 1
     * @param lost the words of the baseline's text that the target lacks, ascending; empty where the whole is missing
     * @param gained the words of the target's text that the baseline lacks, ascending; empty where the whole is new
     * @param concepts ids of the lexicon's concepts that the baseline names and the target lacks (CONCEPT_LOST)
     * @param cut how much time is gone here, told from the time codes; empty where none is known to be
     * @param explanations ids of technical explanations that hold, such as pal-speed-up
     */
    public record Detail(
            double confidence,
            List<Span> lost,
            List<Span> gained,
            List<String> concepts,
            Optional<Duration> cut,
            List<String> explanations) {

        /** Id of the explanation that a file ends early; the difference is one event for the whole text. */
        public static final String TRUNCATED = "truncated";

        /** A sure difference of which no more is known. */
        public static final Detail NONE = new Detail(1, List.of(), List.of(), List.of(), Optional.empty(), List.of());

        /** Copies the lists. */
        public Detail {
            lost = List.copyOf(lost);
            gained = List.copyOf(gained);
            concepts = List.copyOf(concepts);
            explanations = List.copyOf(explanations);
        }
    }
}
