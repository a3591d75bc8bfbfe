package org.lacuna.app.compare.engine.same;

import java.util.List;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.Passage;

/** Compares prose and cues of one language, in order. */
public final class Sequence {

    private static final double LEAST_SHARE = 0.05;
    private static final int FEW = 60;

    private Sequence() {}

    /** Compares the passages at the given indices. */
    public static Aligned of(
            List<Passage> a, List<Integer> ofA, List<Passage> b, List<Integer> ofB, Vocabulary vocabulary) {
        var normaliser = new Normaliser(vocabulary);
        Tokens left = Tokens.of(ofA.stream().map(a::get).toList(), normaliser, vocabulary);
        Tokens right = Tokens.of(ofB.stream().map(b::get).toList(), normaliser, vocabulary);
        if ((left.ids.length == 0) != (right.ids.length == 0)) {
            String side = left.ids.length == 0 ? "baseline" : "target";
            return Aligned.not(ofA, ofB, "the " + side + " has no text");
        }
        Matching matching = Anchors.align(left.ids, right.ids);
        int shorter = Math.min(left.ids.length, right.ids.length);
        List<Bead> beads = Beads.of(left, right, matching, vocabulary);
        if (shorter >= FEW && matching.size() < LEAST_SHARE * shorter && moved(beads, left) < LEAST_SHARE * shorter) {
            long percent = Math.round(100.0 * matching.size() / shorter);
            return Aligned.not(
                    ofA, ofB, "too different: only " + percent + " % of the words of the shorter text are in both");
        }
        var whole = beads.stream()
                .map(x -> new Bead(at(ofA, x.baseline()), at(ofB, x.target()), x.kind()))
                .toList();
        return Aligned.of(whole, Costs.NONE);
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
