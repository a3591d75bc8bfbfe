package org.lacuna.app.compare.engine.across;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of the table of beads that are looked at: for each sentence of the first text, and for its end, a range of
 * sentences of the second. Immutable.
 *
 * @param from for each row from 0 to n its first column
 * @param to for each row the column after its last one
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Band(int[] from, int[] to) {

    /** All cells within a distance of a path. */
    static Band around(int[] path, int columns, int width) {
        var from = new int[path.length];
        var to = new int[path.length];
        for (int i = 0; i < path.length; i++) {
            from[i] = Math.max(0, path[i] - width);
            to[i] = Math.min(columns, path[i] + width) + 1;
        }
        from[0] = 0;
        to[path.length - 1] = columns + 1;
        return new Band(from, to).connected();
    }

    /** Rows never lead back, and each one touches the one before, so that a path can be found. */
    private Band connected() {
        for (int i = 1; i < from.length; i++) {
            to[i] = Math.max(to[i], to[i - 1]);
            from[i] = Math.max(from[i], from[i - 1]);
        }
        for (int i = 1; i < from.length; i++) {
            from[i] = Math.min(from[i], to[i - 1] - 1);
        }
        return this;
    }

    /** The path of a text that is as far along as the other one, by length. */
    static int[] diagonal(double[] first, double[] second) {
        var path = new int[first.length + 1];
        double ratio = sum(second) / Math.max(1, sum(first));
        double ours = 0;
        double theirs = 0;
        int j = 0;
        for (int i = 0; i < first.length; i++) {
            path[i] = j;
            ours += first[i] * ratio;
            while (j < second.length && theirs + second[j] <= ours) {
                theirs += second[j++];
            }
        }
        path[first.length] = second.length;
        return path;
    }

    /** The path of beads: where each sentence of the first text begins in the second. */
    static int[] path(List<int[]> beads, int rows, int columns) {
        var path = new int[rows + 1];
        for (int[] bead : beads) {
            for (int i = 0; i < bead[1]; i++) {
                path[bead[0] + i] = bead[2] + bead[3] * i / bead[1];
            }
        }
        path[rows] = columns;
        return path;
    }

    int rows() {
        return from.length;
    }

    int width(int row) {
        return to[row] - from[row];
    }

    boolean holds(int row, int column) {
        return column >= from[row] && column < to[row];
    }

    long cells() {
        long cells = 0;
        for (int i = 0; i < from.length; i++) {
            cells += to[i] - from[i];
        }
        return cells;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
