package org.lacuna.app.compare.engine.across;

import java.util.List;

/**
 * How usual each shape of a bead is, and how the lengths of its sides relate; learned from beads. Immutable.
 *
 * @param chances natural logarithms, by the order of {@link BeadSearch#SHAPES}
 * @param ratio characters of the second text for one of the first
 * @param variance of the difference of lengths, for a character of the first
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Shapes(double[] chances, double ratio, double variance) {

    private static final double[] USUAL = {.62, .12, .06, .02, .03, .01, .01, .003, .006, .004, .003, .001, .003, .002};

    private static final double USUAL_VARIANCE = 6;
    private static final double LEAST_VARIANCE = 1.5;
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** What is usual between two texts of these lengths. */
    static Shapes usual(Side a, Side b) {
        var chances = new double[USUAL.length];
        for (int k = 0; k < chances.length; k++) {
            chances[k] = Math.log(USUAL[k]);
        }
        return new Shapes(chances, b.totalLength() / Math.max(1, a.totalLength()), USUAL_VARIANCE);
    }

    /** What beads teach. */
    static Shapes learned(Side a, Side b, List<int[]> beads) {
        var counts = new double[USUAL.length];
        double ours = 0;
        double theirs = 0;
        for (int[] bead : beads) {
            if (bead[1] > 0 && bead[3] > 0) {
                counts[shape(bead)]++;
                ours += length(a, bead[0], bead[1]);
                theirs += length(b, bead[2], bead[3]);
            }
        }
        double ratio = ours > 0 ? theirs / ours : 1;
        double squares = 0;
        int both = 0;
        for (int[] bead : beads) {
            if (bead[1] > 0 && bead[3] > 0) {
                double expected = Math.max(1, length(a, bead[0], bead[1]) * ratio);
                double apart = length(b, bead[2], bead[3]) - expected;
                squares += apart * apart / expected;
                both++;
            }
        }
        var chances = new double[USUAL.length];
        for (int k = 0; k < chances.length; k++) {
            chances[k] = Math.log((counts[k] + 20 * USUAL[k] + 0.5) / (beads.size() + 20 + 0.5 * USUAL.length));
        }
        return new Shapes(chances, ratio, Math.max(LEAST_VARIANCE, both == 0 ? USUAL_VARIANCE : squares / both));
    }

    private static int shape(int[] bead) {
        for (int k = 0; k < BeadSearch.SHAPES.length; k++) {
            if (BeadSearch.SHAPES[k][0] == bead[1] && BeadSearch.SHAPES[k][1] == bead[3]) {
                return k;
            }
        }
        throw new IllegalArgumentException("no such shape: " + bead[1] + "-" + bead[3]);
    }

    private static double length(Side side, int from, int count) {
        double sum = 0;
        for (int s = from; s < from + count; s++) {
            sum += side.lengths()[s];
        }
        return sum;
    }

    double chance(int shape) {
        return chances[shape];
    }

    /** How well two lengths fit, natural logarithm. */
    double lengths(double ours, double theirs) {
        double expected = Math.max(1, ours * ratio);
        double apart = theirs - ours * ratio;
        return -0.5 * apart * apart / (expected * variance) - HALF_LOG_TWO_PI;
    }
}
