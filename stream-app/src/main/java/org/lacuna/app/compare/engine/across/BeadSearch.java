package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best sequence of beads by dynamic programming within a band. A bead is scored by how usual its shape is, by the
 * lengths of its sides and by the evidence of words; a sentence without a partner costs a gap, less when the one before has
 * none either, so that gaps compete with beads on equal terms.
 *
 * <p>Source: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1),
 * 1993, for lengths; the combination is our own.
 */
final class BeadSearch {

    /** How sentences of the first text and of the second make a bead, commonest first. */
    static final int[][] SHAPES = {
        {1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {1, 4}, {4, 1}, {2, 3}, {3, 2}, {1, 5}, {5, 1}, {2, 4}, {4, 2}
    };

    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final int IN_STEP = 0;
    private static final int GAP_A = 1;
    private static final int GAP_B = 2;
    private static final int STATES = 3;

    private final Side a;
    private final Side b;
    private final Band band;
    private final Shapes shapes;
    private final @Nullable BeadScores scores;
    private final Costs costs;
    private final int[] offsets;
    private final double[] best;
    private final byte[] shape;
    private final byte[] before;
    private final double[] lengthsA;
    private final double[] lengthsB;
    private long cells;

    /**
     * What gaps and words weigh.
     *
     * @param open natural logarithm of the chance that a sentence is skipped
     * @param extend the same after one that was
     * @param evidence weight of the evidence of words against shape and length
     */
    record Costs(double open, double extend, double evidence) {}

    BeadSearch(Side a, Side b, Band band, Shapes shapes, @Nullable BeadScores scores, Costs costs) {
        this.a = a;
        this.b = b;
        this.band = band;
        this.shapes = shapes;
        this.scores = scores;
        this.costs = costs;
        offsets = new int[band.rows() + 1];
        for (int i = 0; i < band.rows(); i++) {
            offsets[i + 1] = offsets[i] + band.width(i);
        }
        int size = offsets[band.rows()] * STATES;
        best = new double[size];
        Arrays.fill(best, NEVER);
        shape = new byte[size];
        before = new byte[size];
        lengthsA = sums(a.lengths());
        lengthsB = sums(b.lengths());
    }

    private static double[] sums(double[] lengths) {
        var sums = new double[lengths.length + 1];
        for (int i = 0; i < lengths.length; i++) {
            sums[i + 1] = sums[i] + lengths[i];
        }
        return sums;
    }

    /**
     * The best beads, in order: quadruples of the first sentence and the number of sentences of either text; one number is
     * 0 where a sentence stands alone.
     */
    List<int[]> search() {
        best[at(0, 0)] = 0;
        for (int i = 0; i <= a.size(); i++) {
            for (int j = band.from()[i]; j < band.to()[i]; j++) {
                cells++;
                from(i, j);
            }
        }
        return traced();
    }

    /** Cells looked at. */
    long cells() {
        return cells;
    }

    private int at(int i, int j) {
        return (offsets[i] + j - band.from()[i]) * STATES;
    }

    private void from(int i, int j) {
        int at = at(i, j);
        int state = IN_STEP;
        for (int s = 1; s < STATES; s++) {
            state = best[at + s] > best[at + state] ? s : state;
        }
        double score = best[at + state];
        if (score == NEVER) {
            return;
        }
        if (i < a.size()) {
            gap(at, i + 1, j, GAP_A);
        }
        if (j < b.size()) {
            gap(at, i, j + 1, GAP_B);
        }
        for (int k = 0; k < SHAPES.length; k++) {
            int ofA = SHAPES[k][0];
            int ofB = SHAPES[k][1];
            if (i + ofA <= a.size() && j + ofB <= b.size() && band.holds(i + ofA, j + ofB) && !breaks(i, ofA, j, ofB)) {
                double gain = gain(i, ofA, j, ofB, k);
                reach(at(i + ofA, j + ofB) + IN_STEP, score + gain, (byte) k, (byte) state);
            }
        }
    }

    private void gap(int at, int i, int j, int gap) {
        if (!band.holds(i, j)) {
            return;
        }
        for (int state = 0; state < STATES; state++) {
            if (best[at + state] > NEVER) {
                double cost = state == gap ? costs.extend() : costs.open();
                reach(at(i, j) + gap, best[at + state] + cost, (byte) -1, (byte) state);
            }
        }
    }

    private void reach(int to, double score, byte by, byte state) {
        if (score > best[to]) {
            best[to] = score;
            shape[to] = by;
            before[to] = state;
        }
    }

    /** Whether a bead would run over the beginning of a section. */
    private boolean breaks(int i, int ofA, int j, int ofB) {
        for (int x = i + 1; x < i + ofA; x++) {
            if (a.breaks()[x]) {
                return true;
            }
        }
        for (int y = j + 1; y < j + ofB; y++) {
            if (b.breaks()[y]) {
                return true;
            }
        }
        return false;
    }

    private double gain(int i, int ofA, int j, int ofB, int k) {
        double ours = lengthsA[i + ofA] - lengthsA[i];
        double theirs = lengthsB[j + ofB] - lengthsB[j];
        double gain = shapes.chance(k) + shapes.lengths(ours, theirs);
        if (scores != null) {
            gain += costs.evidence() * scores.of(i, ofA, j, ofB);
        }
        return gain;
    }

    private List<int[]> traced() {
        var beads = new ArrayList<int[]>();
        int i = a.size();
        int j = b.size();
        int state = IN_STEP;
        for (int s = 1; s < STATES; s++) {
            state = best[at(i, j) + s] > best[at(i, j) + state] ? s : state;
        }
        while (i > 0 || j > 0) {
            int at = at(i, j) + state;
            int ofA = state == GAP_A ? 1 : state == GAP_B ? 0 : SHAPES[shape[at]][0];
            int ofB = state == GAP_A ? 0 : state == GAP_B ? 1 : SHAPES[shape[at]][1];
            i -= ofA;
            j -= ofB;
            beads.add(new int[] {i, ofA, j, ofB});
            state = before[at];
        }
        return beads.reversed();
    }
}
