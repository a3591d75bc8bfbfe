package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Passage;

/**
 * Compares prose and cues of one language, in order.
 *
 * @param beads every given passage once; indices are those of the whole texts
 * @param notCompared why there was no comparison; the beads then say nothing
 */
record Sequence(List<Bead> beads, Optional<String> notCompared) {

    private static final double LEAST_SHARE = 0.05;
    private static final int FEW = 60;

    /** Compares the passages at the given indices. */
    static Sequence of(List<Passage> a, List<Integer> ofA, List<Passage> b, List<Integer> ofB, Vocabulary vocabulary) {
        var normaliser = new Normaliser(vocabulary);
        Tokens left = Tokens.of(ofA.stream().map(a::get).toList(), normaliser, vocabulary);
        Tokens right = Tokens.of(ofB.stream().map(b::get).toList(), normaliser, vocabulary);
        if ((left.ids.length == 0) != (right.ids.length == 0)) {
            String side = left.ids.length == 0 ? "baseline" : "target";
            return not(ofA, ofB, "the " + side + " has no text");
        }
        Matching matching = Anchors.align(left.ids, right.ids);
        int shorter = Math.min(left.ids.length, right.ids.length);
        List<Bead> beads = Beads.of(left, right, matching, vocabulary);
        if (shorter >= FEW && matching.size() < LEAST_SHARE * shorter && moved(beads, left) < LEAST_SHARE * shorter) {
            long percent = Math.round(100.0 * matching.size() / shorter);
            return not(ofA, ofB, "too different: only " + percent + " % of the words of the shorter text are in both");
        }
        return new Sequence(
                beads.stream()
                        .map(x -> new Bead(at(ofA, x.baseline()), at(ofB, x.target()), x.kind()))
                        .toList(),
                Optional.empty());
    }

    /** Passages that were not compared, as one bead. */
    static Sequence not(List<Integer> ofA, List<Integer> ofB, String reason) {
        var beads = new ArrayList<Bead>();
        if (!ofA.isEmpty() || !ofB.isEmpty()) {
            Bead.Kind kind = ofA.isEmpty() ? Bead.Kind.ADDED : ofB.isEmpty() ? Bead.Kind.REMOVED : Bead.Kind.ALTERED;
            beads.add(new Bead(ofA, ofB, kind));
        }
        return new Sequence(beads, Optional.of(reason));
    }

    private static int moved(List<Bead> beads, Tokens left) {
        return beads.stream()
                .filter(x -> x.kind() == Bead.Kind.MOVED)
                .flatMap(x -> x.baseline().stream())
                .mapToInt(left::length)
                .sum();
    }

    private static List<Integer> at(List<Integer> indices, List<Integer> positions) {
        return positions.stream().map(indices::get).toList();
    }
}
