package org.lacuna.app.compare.engine.timed;

import java.util.Comparator;
import java.util.List;
import org.lacuna.schema.Passage;

/**
 * The cues of one text by their start. Positions count from 0 in that order. Times are in seconds.
 *
 * @param passages the passage of each cue, in the whole text
 * @param from when each cue appears
 * @param to when it vanishes, never before it appears
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Cues(int[] passages, double[] from, double[] to) {

    /** A cue shorter than this is stretched to it, so that it can overlap at all. */
    private static final double SHORTEST = 0.2;

    /** A cue that stays longer than this is an error of its file. */
    private static final double LONGEST = 60;

    /** The cues at the given indices; all must have times. */
    static Cues of(List<Passage> all, List<Integer> indices) {
        List<Integer> ordered = indices.stream()
                .sorted(Comparator.comparingLong(
                                (Integer i) -> all.get(i).getFromMillis().orElseThrow())
                        .thenComparing(i -> i))
                .toList();
        int n = ordered.size();
        var passages = new int[n];
        var from = new double[n];
        var to = new double[n];
        for (int k = 0; k < n; k++) {
            Passage cue = all.get(ordered.get(k));
            passages[k] = ordered.get(k);
            from[k] = cue.getFromMillis().orElseThrow() / 1000.0;
            double end = cue.getToMillis().orElse(0L) / 1000.0;
            to[k] = Math.clamp(end, from[k] + SHORTEST, from[k] + LONGEST);
        }
        return new Cues(passages, from, to);
    }

    int size() {
        return from.length;
    }

    double length(int cue) {
        return to[cue] - from[cue];
    }

    /** The first cue that appears at a time or later. */
    int firstFrom(double time) {
        int low = 0;
        int high = from.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (from[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
