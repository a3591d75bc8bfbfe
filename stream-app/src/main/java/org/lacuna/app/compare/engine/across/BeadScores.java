package org.lacuna.app.compare.engine.across;

import java.util.stream.IntStream;

/**
 * The evidence of words for every bead within a band, in both directions. Immutable once made.
 */
final class BeadScores {

    /** What a bead that leaves the band scores. */
    static final float OUTSIDE = Float.NEGATIVE_INFINITY;

    private final Band band;
    private final int[] offsets;
    /** By number of sentences of the first text less one: how well they explain a sentence of the second. */
    private final float[][] forward;
    /** By number of sentences of the second text less one: how well they explain a sentence of the first. */
    private final float[][] backward;

    private BeadScores(Band band) {
        this.band = band;
        offsets = new int[band.rows() + 1];
        for (int i = 0; i < band.rows(); i++) {
            offsets[i + 1] = offsets[i] + band.width(i);
        }
        forward = new float[Evidence.MOST][offsets[band.rows()]];
        backward = new float[Evidence.MOST][offsets[band.rows()]];
    }

    /**
     * Scores all cells of a band.
     *
     * @param there how words of the first text are rendered in the second
     * @param back the other way round
     * @param trust from 0 to 1, how much words that the models cannot explain count
     */
    static BeadScores of(Band band, Side a, Side b, WordModel there, WordModel back, double trust) {
        var scores = new BeadScores(band);
        var ofA = new Evidence(there, a.words(), trust);
        var ofB = new Evidence(back, b.words(), trust);
        IntStream.range(0, a.size()).parallel().forEach(i -> scores.row(i, a, b, ofB));
        int[][] rows = rowsOfColumns(band, a.size(), b.size());
        IntStream.range(0, b.size()).parallel().forEach(j -> scores.column(j, rows[j], b, ofA));
        return scores;
    }

    private void row(int i, Side a, Side b, Evidence evidence) {
        int from = band.from()[i];
        int to = Math.min(band.to()[i], b.size());
        if (from >= to) {
            return;
        }
        float[][] found = evidence.of(a.words()[i], from, to);
        for (int k = 0; k < Evidence.MOST; k++) {
            System.arraycopy(found[k], 0, backward[k], offsets[i], to - from);
        }
    }

    private void column(int j, int[] rows, Side b, Evidence evidence) {
        if (rows[0] >= rows[1]) {
            return;
        }
        float[][] found = evidence.of(b.words()[j], rows[0], rows[1]);
        for (int k = 0; k < Evidence.MOST; k++) {
            for (int i = rows[0]; i < rows[1]; i++) {
                forward[k][offsets[i] + j - band.from()[i]] = found[k][i - rows[0]];
            }
        }
    }

    /** The rows whose range holds a column: they follow each other, as ranges never lead back. */
    private static int[][] rowsOfColumns(Band band, int rows, int columns) {
        var of = new int[columns][2];
        int first = 0;
        int after = 0;
        for (int j = 0; j < columns; j++) {
            while (first < rows && band.to()[first] <= j) {
                first++;
            }
            after = Math.max(after, first);
            while (after < rows && band.from()[after] <= j) {
                after++;
            }
            of[j][0] = first;
            of[j][1] = after;
        }
        return of;
    }

    /** The evidence for a bead with sentences on both sides, natural logarithm; OUTSIDE where a cell is out of the band. */
    float of(int i, int a, int j, int b) {
        float sum = 0;
        for (int y = j; y < j + b; y++) {
            if (!band.holds(i, y)) {
                return OUTSIDE;
            }
            sum += forward[a - 1][offsets[i] + y - band.from()[i]];
        }
        for (int x = i; x < i + a; x++) {
            if (!band.holds(x, j)) {
                return OUTSIDE;
            }
            sum += backward[b - 1][offsets[x] + j - band.from()[x]];
        }
        return sum;
    }
}
