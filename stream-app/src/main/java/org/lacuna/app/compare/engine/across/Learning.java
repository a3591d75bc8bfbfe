package org.lacuna.app.compare.engine.across;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aligns the sentences of two texts and learns from them by turns: lengths and what is known of words before give a first
 * alignment, which teaches words and shapes, which give the next one. Pure and deterministic.
 */
final class Learning {

    /** A long text teaches enough in fewer turns. */
    private static final int PASSES = 4;

    private static final int PASSES_OF_LONG = 3;
    private static final int LONG = 2_000;

    /** The first alignment may be far from the diagonal, where a part is missing. */
    private static final double FIRST_REACH = 0.25;

    private static final int NARROW = 30;
    private static final int WIDE = 120;
    private static final long MOST_FIRST_CELLS = 3_000_000;
    private static final long MOST_SCORED_CELLS = 1_000_000;

    /** From so many beads on the model is trusted to explain what there is to explain. */
    private static final double MANY_BEADS = 150;

    private static final BeadSearch.Costs FIRST = new BeadSearch.Costs(Math.log(0.005), Math.log(0.1), 1);
    private static final BeadSearch.Costs LATER = new BeadSearch.Costs(Math.log(0.01), Math.log(0.5), 1);

    private final Side a;
    private final Side b;
    private final int vocabulary;
    private final Prior prior;
    private Shapes shapes;
    private long cells;

    /**
     * The last alignment and what it was made with.
     *
     * @param beads quadruples as of {@link BeadSearch#search()}
     * @param there how words of the first text are rendered
     * @param back the other way round
     * @param cells cells of dynamic programming
     */
    record Learned(List<int[]> beads, WordModel there, WordModel back, Shapes shapes, long cells) {}

    Learning(Side a, Side b, int vocabulary, Prior prior) {
        this.a = a;
        this.b = b;
        this.vocabulary = vocabulary;
        this.prior = prior;
        this.shapes = Shapes.usual(a, b);
    }

    Learned run() {
        var forward = new WordLearner(a.words(), b.words(), vocabulary, prior, true);
        var backward = new WordLearner(b.words(), a.words(), vocabulary, prior, false);
        var there = forward.fromPrior();
        var back = backward.fromPrior();
        var band = Band.around(Band.diagonal(a.lengths(), b.lengths()), b.size(), firstReach());
        var beads = search(
                band, band.cells() <= MOST_SCORED_CELLS ? BeadScores.of(band, a, b, there, back, 0) : null, FIRST);
        int passes = a.size() > LONG ? PASSES_OF_LONG : PASSES;
        for (int pass = 1; pass < passes; pass++) {
            shapes = Shapes.learned(a, b, beads);
            there = forward.learn(both(beads));
            back = backward.learn(turned(both(beads)));
            int width = pass + 1 < passes && a.size() <= LONG ? WIDE : NARROW;
            band = Band.around(Band.path(beads, a.size(), b.size()), b.size(), width);
            beads = search(band, BeadScores.of(band, a, b, there, back, trust(beads)), LATER);
        }
        return new Learned(beads, there, back, shapes, cells);
    }

    private static double trust(List<int[]> beads) {
        return Math.min(1, beads.size() / MANY_BEADS);
    }

    private int firstReach() {
        long wanted = (long) (FIRST_REACH * Math.max(a.size(), b.size()));
        return (int) Math.max(WIDE, Math.min(wanted, MOST_FIRST_CELLS / (2L * Math.max(1, a.size()))));
    }

    private List<int[]> search(Band band, @Nullable BeadScores scores, BeadSearch.Costs costs) {
        var search = new BeadSearch(a, b, band, shapes, scores, costs);
        var beads = search.search();
        cells += search.cells();
        return beads;
    }

    private static List<int[]> both(List<int[]> beads) {
        return beads.stream().filter(bead -> bead[1] > 0 && bead[3] > 0).toList();
    }

    private static List<int[]> turned(List<int[]> beads) {
        return beads.stream()
                .map(bead -> new int[] {bead[2], bead[3], bead[0], bead[1]})
                .toList();
    }
}
