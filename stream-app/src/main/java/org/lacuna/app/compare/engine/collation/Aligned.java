package org.lacuna.app.compare.engine.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one way of aligning made of the passages that it was given.
 *
 * @param beads every given passage once; indices are those of the whole texts
 * @param details what more is known of beads that are not SAME; those that are not in it have none
 * @param omissions words that are missing, by their exact place; where an aligner tells of them, the beads in {@code told}
 *     need no telling of their own
 * @param told beads that differ in nothing but what omissions say
 * @param cuts stretches of time that are gone from the recording, ascending; none where there are no time codes
 * @param notCompared why there was no comparison; the beads then say nothing
 * @param notes what a reader should know, in plain words; most often none
 * @param costs what it took
 */
public record Aligned(
        List<Bead> beads,
        Map<Bead, Difference.Detail> details,
        List<Omission> omissions,
        Set<Bead> told,
        List<Cut> cuts,
        Optional<String> notCompared,
        List<String> notes,
        Costs costs) {

    /**
     * A stretch of a recording that the other side lacks, whether anyone speaks in it or not.
     *
     * @param fromMillis where it begins on the clock of the side that has it
     * @param toMillis where it ends there
     * @param passages indices of that side's cues within it, ascending; none where no one speaks
     * @param inTarget whether the target has it, so that it was added
     * @param confidence how sure the cut is, from 0 to 1
     */
    public record Cut(long fromMillis, long toMillis, List<Integer> passages, boolean inTarget, double confidence) {
        /** Copies the list. */
        public Cut {
            passages = List.copyOf(passages);
        }
    }

    /** Copies the collections. */
    public Aligned {
        beads = List.copyOf(beads);
        details = Map.copyOf(details);
        omissions = List.copyOf(omissions);
        told = Set.copyOf(told);
        cuts = List.copyOf(cuts);
        notes = List.copyOf(notes);
    }

    /** Beads, details and cuts, without omissions. */
    public Aligned(
            List<Bead> beads,
            Map<Bead, Difference.Detail> details,
            List<Cut> cuts,
            Optional<String> notCompared,
            List<String> notes,
            Costs costs) {
        this(beads, details, List.of(), Set.of(), cuts, notCompared, notes, costs);
    }

    /** Beads of which no more is known. */
    public static Aligned of(List<Bead> beads, Costs costs) {
        return new Aligned(beads, Map.of(), List.of(), Optional.empty(), List.of(), costs);
    }

    /** The same with one more note. */
    public Aligned with(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new Aligned(beads, details, omissions, told, cuts, notCompared, more, costs);
    }

    /** Passages that were not compared, as one bead. */
    public static Aligned not(List<Integer> baseline, List<Integer> target, String reason) {
        var beads = new ArrayList<Bead>();
        if (!baseline.isEmpty() || !target.isEmpty()) {
            Bead.Kind kind =
                    baseline.isEmpty() ? Bead.Kind.ADDED : target.isEmpty() ? Bead.Kind.REMOVED : Bead.Kind.ALTERED;
            beads.add(new Bead(baseline, target, kind));
        }
        return new Aligned(beads, Map.of(), List.of(), Optional.of(reason), List.of(), Costs.NONE);
    }
}
