package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.lexicon.WordList;
import org.lacuna.schema.PassageKind;

/**
 * Aligns prose of two languages, in order. What is aligned counts as rendered, unless it lacks a concept; what has no
 * partner is missing or added, with a confidence. Pure, deterministic and safe for many threads.
 */
public final class Across {

    /** Fewer sentences than this on either side teach nothing; then a low share of beads says nothing either. */
    private static final int FEW = 30;

    private static final double LEAST_ALIGNED = 0.2;

    /** What strangers seem to explain of each other once there is enough of them to learn chance from, and before. */
    private static final double CHANCE = 0.085;

    private static final double CHANCE_OF_FEW = 0.02;
    private static final int ENOUGH = 100;
    private static final String UNRELATED =
            "the texts are in different languages and do not seem to tell the same: hardly any words of one are rendered in"
                    + " the other";

    private final WordList list;
    private final ConceptLosses concepts;

    /**
     * An aligner.
     *
     * @param list words of two languages, where their pair is known; it helps where texts are short
     * @param concepts finds what a rendering no longer names
     */
    public Across(WordList list, ConceptLosses concepts) {
        this.list = list;
        this.concepts = concepts;
    }

    /** Aligns two texts; a text without words is not compared, nor are two that do not tell the same. */
    public Aligned align(Selection a, Selection b) {
        var words = new Words();
        var reading = new Reading(words);
        var left = Side.of(a, reading);
        var right = Side.of(b, reading);
        if ((left.size() == 0) != (right.size() == 0)) {
            return Aligned.not(a.of(), b.of(), "the " + (left.size() == 0 ? "baseline" : "target") + " has no text");
        }
        var prior = Priors.of(left, right, words, list, List.of(a.language(), b.language()));
        var learned = new Learning(left, right, words.size(), prior).run();
        var omissions = new Omissions(left, right, learned);
        if (unrelated(left, right, learned, omissions)) {
            return Aligned.not(a.of(), b.of(), UNRELATED);
        }
        var beads = new ArrayList<Bead>();
        var details = new HashMap<Bead, Difference.Detail>();
        for (var judged : omissions.judged()) {
            Bead bead = bead(judged, left, right);
            List<String> lost = bead.baseline().isEmpty()
                    ? List.of()
                    : concepts.of(a.text(bead.baseline()), b.text(around(judged.bead(), right)));
            Bead said = lost.isEmpty() ? bead : losing(bead);
            beads.add(said);
            if (!lost.isEmpty()) {
                details.put(said, detail(said, lost));
            }
        }
        beads.addAll(Blanks.beads(a.of(), left, b.of(), right));
        var costs = new Costs(count(left) + count(right), (long) a.of().size() + b.of().size(), 0, 0, learned.cells());
        return new Aligned(beads, details, List.of(), Optional.empty(), List.of(), costs);
    }

    /**
     * Passages that were aligned by their keys or times, each with the concepts that its rendering lost.
     *
     * @param aligned beads of entries, fields or cues
     */
    public Aligned withLosses(Aligned aligned, Selection a, Selection b) {
        var beads = new ArrayList<Bead>(aligned.beads().size());
        var details = new HashMap<Bead, Difference.Detail>(aligned.details());
        for (Bead bead : aligned.beads()) {
            boolean rendered = bead.kind() == Bead.Kind.SAME
                    && !bead.target().isEmpty()
                    && !bead.baseline().isEmpty()
                    && a.all().get(bead.baseline().getFirst()).getKind() != PassageKind.FIELD;
            List<String> lost = rendered ? concepts.of(a.text(bead.baseline()), nearby(bead, b)) : List.of();
            Bead said = lost.isEmpty() ? bead : losing(bead);
            beads.add(said);
            if (!lost.isEmpty()) {
                details.put(said, detail(said, lost));
            }
        }
        return new Aligned(beads, details, aligned.cuts(), aligned.notCompared(), aligned.notes(), aligned.costs());
    }

    /** What the target says beside a cue as well; a string table's entries stand for themselves. */
    private static String nearby(Bead bead, Selection b) {
        if (b.all().get(bead.target().getFirst()).getKind() == PassageKind.ENTRY) {
            return b.text(bead.target());
        }
        int from = Math.max(0, bead.target().getFirst() - 1);
        int to = Math.min(b.all().size(), bead.target().getLast() + 2);
        return b.text(IntStream.range(from, to).boxed().toList());
    }

    private static Difference.Detail detail(Bead bead, List<String> lost) {
        return new Difference.Detail(bead.confidence(), List.of(), List.of(), lost, Optional.empty(), List.of());
    }

    private static List<Integer> around(int[] bead, Side right) {
        int from = Math.max(0, bead[2] - ConceptLosses.NEARBY);
        int to = Math.min(right.size(), bead[2] + bead[3] + ConceptLosses.NEARBY);
        return passages(right, from, to - from);
    }

    private static long count(Side side) {
        long count = 0;
        for (int[] sentence : side.words()) {
            count += sentence.length;
        }
        return count;
    }

    private static boolean unrelated(Side left, Side right, Learning.Learned learned, Omissions omissions) {
        int shorter = Math.min(left.size(), right.size());
        long aligned = learned.beads().stream()
                .filter(bead -> bead[1] > 0 && bead[3] > 0)
                .mapToInt(bead -> Math.min(bead[1], bead[3]))
                .sum();
        return shorter >= FEW
                && (aligned < LEAST_ALIGNED * shorter
                        || omissions.usual() < (shorter >= ENOUGH ? CHANCE : CHANCE_OF_FEW));
    }

    private static Bead bead(Omissions.Judged judged, Side left, Side right) {
        int[] bead = judged.bead();
        var baseline = passages(left, bead[0], bead[1]);
        var target = passages(right, bead[2], bead[3]);
        Bead.Kind kind = target.isEmpty() ? Bead.Kind.REMOVED : baseline.isEmpty() ? Bead.Kind.ADDED : Bead.Kind.SAME;
        return new Bead(baseline, target, kind, judged.confidence());
    }

    private static List<Integer> passages(Side side, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(s -> side.passages()[s])
                .toList();
    }

    /** The bead with the loss of a concept, which also speaks for a sentence being missing. */
    private static Bead losing(Bead bead) {
        boolean rendered = bead.kind() == Bead.Kind.SAME;
        return new Bead(
                bead.baseline(),
                bead.target(),
                rendered ? Bead.Kind.CONCEPT_LOST : bead.kind(),
                rendered ? 0.8 * bead.confidence() : 1 - (1 - bead.confidence()) * 0.6);
    }
}
