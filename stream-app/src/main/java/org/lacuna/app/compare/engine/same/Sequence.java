package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/** Compares prose and cues of one language, in order. */
public final class Sequence {

    private static final double LEAST_SHARE = 0.05;
    private static final int FEW = 60;
    private static final String COARSE =
            "parts of the texts repeat themselves so often, or differ so much, that they were aligned coarsely: what is"
                    + " missing there is shown in larger pieces";

    private Sequence() {}

    /** Compares the selected passages of two texts. */
    public static Aligned of(Selection a, Selection b, Vocabulary vocabulary) {
        var normaliser = new Normaliser(vocabulary);
        Tokens left = tokens(a, normaliser, vocabulary);
        Tokens right = tokens(b, normaliser, vocabulary);
        if ((left.ids.length == 0) != (right.ids.length == 0)) {
            String side = left.ids.length == 0 ? "baseline" : "target";
            return Aligned.not(a.of(), b.of(), "the " + side + " has no text");
        }
        return of(a, b, left, right, Anchors.align(left.ids, right.ids), vocabulary);
    }

    /** The tokens of the selected passages. */
    public static Tokens tokens(Selection selection, Normaliser normaliser, Vocabulary vocabulary) {
        return Tokens.of(selection.of().stream().map(selection.all()::get).toList(), normaliser, vocabulary);
    }

    /**
     * Makes beads of a matching of tokens, whoever found it: moves, rewritten passages and omissions are told apart.
     *
     * @param matching a matching in order; it is changed
     */
    public static Aligned of(
            Selection a, Selection b, Tokens left, Tokens right, Matching matching, Vocabulary vocabulary) {
        int shorter = Math.min(left.ids.length, right.ids.length);
        List<Bead> beads = Beads.of(left, right, matching, vocabulary);
        if (shorter >= FEW && matching.size() < LEAST_SHARE * shorter && moved(beads, left) < LEAST_SHARE * shorter) {
            long percent = Math.round(100.0 * matching.size() / shorter);
            return Aligned.not(
                    a.of(),
                    b.of(),
                    "too different: only " + percent + " % of the words of the shorter text are in both");
        }
        var losses = new Losses(left, right, matching, beads, a, b);
        var whole = new ArrayList<Bead>(beads.size());
        for (Bead bead : beads) {
            var own = new Bead(at(a.of(), bead.baseline()), at(b.of(), bead.target()), bead.kind());
            whole.add(own);
            losses.add(bead, own);
        }
        var costs = new Costs(
                (long) left.ids.length + right.ids.length,
                (long) left.passages() + right.passages(),
                matching.probes,
                matching.cells,
                0);
        return new Aligned(
                whole,
                losses.details(),
                losses.omissions(),
                losses.told(),
                List.of(),
                Optional.empty(),
                matching.coarse ? List.of(COARSE) : List.of(),
                costs);
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
