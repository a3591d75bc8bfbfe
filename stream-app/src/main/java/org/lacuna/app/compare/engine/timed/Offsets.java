package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;

/**
 * Offsets between the clocks that many cues agree on, found in overlapping windows: a cut moves all that follows it, so
 * that each stretch between two cuts has a peak of its own. Not thread-safe.
 */
final class Offsets {

    /** Offsets up to this many seconds either way are looked for. */
    static final double REACH = 600;

    private static final double BIN = 0.1;
    private static final int BINS = (int) (2 * REACH / BIN) + 1;
    private static final int WINDOW = 48;
    private static final int STEP = 16;
    private static final int SAMPLE = 64;
    private static final int PEAKS = 4;
    private static final int APART = 3;

    /** A peak of fewer cues than four or so is chance. */
    private static final int LEAST_HEIGHT = 8;

    private final Cues baseline;
    private final Cues target;
    private final double ratio;
    private final int[] counts = new int[BINS];
    private final int[] heights = new int[BINS];
    private int low;
    private int high;
    private long probes;

    Offsets(Cues baseline, Cues target, double ratio) {
        this.baseline = baseline;
        this.target = target;
        this.ratio = ratio;
    }

    /**
     * How many cues agree on the best offset of their window, summed over every few windows: it tells a right speed from a
     * wrong one, at which cues drift apart.
     */
    long agreement() {
        long agreement = 0;
        for (int from = 0; from < target.size(); from += SAMPLE) {
            count(from, Math.min(target.size(), from + WINDOW));
            int best = best();
            agreement += best < 0 ? 0 : heights[best];
            clear();
        }
        return agreement;
    }

    /** The offsets that stand out in any window, in seconds, ascending; none twice. */
    double[] candidates() {
        var found = new ArrayList<Double>();
        for (int from = 0; from < target.size(); from += STEP) {
            count(from, Math.min(target.size(), from + WINDOW));
            for (int n = 0; n < PEAKS; n++) {
                int best = best();
                if (best < 0 || heights[best] < LEAST_HEIGHT) {
                    break;
                }
                found.add(middle(best));
                Arrays.fill(heights, Math.max(0, best - APART), Math.min(BINS, best + APART + 1), 0);
            }
            clear();
            if (from + WINDOW >= target.size()) {
                break;
            }
        }
        Collections.sort(found);
        var distinct = new ArrayList<Double>();
        for (double offset : found) {
            if (distinct.isEmpty() || offset - distinct.getLast() >= BIN) {
                distinct.add(offset);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Pairs of cues looked at. */
    long probes() {
        return probes;
    }

    private void count(int from, int to) {
        low = BINS;
        high = 0;
        for (int j = from; j < to; j++) {
            double at = target.from()[j] * ratio;
            int first = baseline.firstFrom(at - REACH);
            for (int i = first; i < baseline.size() && baseline.from()[i] <= at + REACH; i++) {
                int bin = (int) Math.round((baseline.from()[i] - at + REACH) / BIN);
                if (bin >= 2 && bin < BINS - 2) {
                    counts[bin]++;
                    low = Math.min(low, bin);
                    high = Math.max(high, bin);
                    probes++;
                }
            }
        }
        for (int bin = low; bin <= high; bin++) {
            // Times are set by hand and scatter over the bins beside the right one.
            heights[bin] = counts[bin - 2] + 2 * (counts[bin - 1] + counts[bin] + counts[bin + 1]) + counts[bin + 2];
        }
    }

    private void clear() {
        for (int bin = Math.max(0, low - 2); bin <= Math.min(BINS - 1, high + 2); bin++) {
            counts[bin] = 0;
            heights[bin] = 0;
        }
    }

    /** The highest bin; of equal ones the one nearest to no offset at all; -1 where there is none. */
    private int best() {
        int best = -1;
        for (int bin = low; bin <= high; bin++) {
            boolean higher = best < 0 || heights[bin] > heights[best];
            boolean nearer =
                    best >= 0 && heights[bin] == heights[best] && Math.abs(bin - BINS / 2) < Math.abs(best - BINS / 2);
            best = higher || nearer ? bin : best;
        }
        return best;
    }

    private double middle(int bin) {
        double sum = 0;
        double weight = 0;
        for (int b = Math.max(0, bin - 2); b <= Math.min(BINS - 1, bin + 2); b++) {
            sum += (double) b * counts[b];
            weight += counts[b];
        }
        return (weight == 0 ? bin : sum / weight) * BIN - REACH;
    }
}
