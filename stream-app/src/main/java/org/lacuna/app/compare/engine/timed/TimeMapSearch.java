package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the time map of two texts with cues: the speed at which most cues agree on some offset, then the cheapest sequence
 * of offsets, where each jump costs as much as several cues that fit (Viterbi), then the exact speed from what fits.
 *
 * <p>Source: the idea of penalised splits is that of alass (K. Sparks, thesis, 2019); candidates from windows are our own.
 */
final class TimeMapSearch {

    /** A jump must be worth so many cues that fit. */
    private static final double JUMP = 4;

    private static final double DRIFT = 0.4;
    private static final double DRIFTS = 0.3;
    private static final double SAME_STRETCH = 0.5;
    private static final double SAME_TEXT = 1;
    private static final double BESIDE = 0.6;
    private static final double TOGETHER = 0.35;
    private static final double MUST_BE_BETTER = 1.25;
    private static final int FEW = 8;

    private final Cues baseline;
    private final Cues target;
    private final int[] ours;
    private final int[] theirs;
    private long cells;

    /**
     * A search.
     *
     * @param ours a number for the text of each cue of the baseline, the same for the same text; 0 where the texts are in
     *     two languages or say too little
     * @param theirs the same for the target
     */
    TimeMapSearch(Cues baseline, Cues target, int[] ours, int[] theirs) {
        this.baseline = baseline;
        this.target = target;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The best time map; its fit is low where the times of the two have nothing to do with each other. */
    TimeMap search() {
        double ratio = coarse();
        double[] path = path(ratio);
        double exact = Speeds.nearest(ratio + slope(path, ratio));
        if (exact != ratio) {
            path = path(exact);
        }
        return map(exact, path);
    }

    private double coarse() {
        double best = 1;
        double most = -1;
        for (double ratio : Speeds.coarse()) {
            var offsets = new Offsets(baseline, target, ratio);
            double agreement = offsets.agreement();
            cells += offsets.probes();
            if (agreement > most * (most < 0 ? 1 : MUST_BE_BETTER)) {
                most = agreement;
                best = ratio;
            }
        }
        return best;
    }

    /** The offset of each cue of the target. */
    private double[] path(double ratio) {
        var offsets = new Offsets(baseline, target, ratio);
        double[] candidates = offsets.candidates();
        cells += offsets.probes();
        if (candidates.length == 0) {
            return new double[target.size()];
        }
        int n = target.size();
        int width = candidates.length;
        var score = new double[width];
        var before = new short[n][width];
        for (int j = 0; j < n; j++) {
            int best = 0;
            for (int k = 1; k < width; k++) {
                best = score[k] > score[best] ? k : best;
            }
            var next = new double[width];
            for (int k = 0; k < width; k++) {
                double reached = score[k];
                int from = k;
                if (j > 0 && score[best] - JUMP > reached) {
                    reached = score[best] - JUMP;
                    from = best;
                }
                for (int side = -1; j > 0 && side <= 1; side += 2) {
                    int beside = k + side;
                    if (beside >= 0
                            && beside < width
                            && Math.abs(candidates[beside] - candidates[k]) < DRIFTS
                            && score[beside] - DRIFT > reached) {
                        reached = score[beside] - DRIFT;
                        from = beside;
                    }
                }
                before[j][k] = (short) from;
                next[k] = reached + fit(j, ratio, candidates[k]);
            }
            cells += width;
            score = next;
        }
        return traced(candidates, score, before);
    }

    private static double[] traced(double[] candidates, double[] score, short[][] before) {
        int at = 0;
        for (int k = 1; k < score.length; k++) {
            at = score[k] > score[at] ? k : at;
        }
        var path = new double[before.length];
        for (int j = before.length - 1; j >= 0; j--) {
            path[j] = candidates[at];
            at = before[j][at];
        }
        return path;
    }

    /** How well a cue of the target fits at an offset: what it overlaps, against the longer cue, and whether it says the same. */
    private double fit(int j, double ratio, double offset) {
        double from = target.from()[j] * ratio + offset;
        double to = target.to()[j] * ratio + offset;
        double sum = 0;
        boolean same = false;
        for (int i = Math.max(0, baseline.firstFrom(from - 10));
                i < baseline.size() && baseline.from()[i] < to + BESIDE;
                i++) {
            double overlap = Math.min(to, baseline.to()[i]) - Math.max(from, baseline.from()[i]);
            if (overlap > 0) {
                sum += overlap / Math.max(to - from, baseline.length(i));
            }
            same |= theirs[j] != 0 && theirs[j] == ours[i] && overlap > -BESIDE;
        }
        return Math.min(1, sum) + (same ? SAME_TEXT : 0);
    }

    /** How fast the cues that fit drift away from the path, pooled over its stretches. */
    private double slope(double[] path, double ratio) {
        double products = 0;
        double squares = 0;
        for (int from = 0; from < path.length; ) {
            int to = from + 1;
            while (to < path.length && Math.abs(path[to] - path[to - 1]) < DRIFTS) {
                to++;
            }
            var times = new ArrayList<double[]>();
            for (int j = from; j < to; j++) {
                int i = nearest(target.from()[j] * ratio + path[j]);
                if (i >= 0) {
                    times.add(new double[] {target.from()[j], baseline.from()[i] - target.from()[j] * ratio});
                }
            }
            if (times.size() >= FEW) {
                double x = times.stream().mapToDouble(t -> t[0]).average().orElse(0);
                double y = times.stream().mapToDouble(t -> t[1]).average().orElse(0);
                for (double[] t : times) {
                    products += (t[0] - x) * (t[1] - y);
                    squares += (t[0] - x) * (t[0] - x);
                }
            }
            from = to;
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** The cue of the baseline that appears about when one of the target does; -1 where none does. */
    private int nearest(double time) {
        int after = baseline.firstFrom(time);
        int best = -1;
        for (int i = Math.max(0, after - 1); i <= Math.min(after, baseline.size() - 1); i++) {
            double apart = Math.abs(baseline.from()[i] - time);
            if (apart < BESIDE && (best < 0 || apart < Math.abs(baseline.from()[best] - time))) {
                best = i;
            }
        }
        return best;
    }

    private TimeMap map(double ratio, double[] path) {
        var stretches = new ArrayList<TimeMap.Stretch>();
        int fitting = 0;
        for (int from = 0; from < path.length; ) {
            int to = from + 1;
            while (to < path.length && Math.abs(path[to] - path[from]) < SAME_STRETCH) {
                to++;
            }
            stretches.add(new TimeMap.Stretch(from, to, refined(from, to, path, ratio)));
            from = to;
        }
        for (TimeMap.Stretch stretch : stretches) {
            for (int j = stretch.from(); j < stretch.to(); j++) {
                fitting += begins(j, ratio, stretch.offset()) ? 1 : 0;
            }
        }
        return new TimeMap(ratio, merged(stretches), (double) fitting / Math.max(1, path.length), cells);
    }

    /** Whether a cue of the baseline begins or ends with one of the target: that two overlap is often chance. */
    private boolean begins(int j, double ratio, double offset) {
        double from = target.from()[j] * ratio + offset;
        double to = target.to()[j] * ratio + offset;
        for (int i = Math.max(0, baseline.firstFrom(from - 10)); i < baseline.size() && baseline.from()[i] < to; i++) {
            if (Math.abs(baseline.from()[i] - from) < TOGETHER || Math.abs(baseline.to()[i] - to) < TOGETHER) {
                return Math.min(to, baseline.to()[i]) > Math.max(from, baseline.from()[i]);
            }
        }
        return false;
    }

    private static List<TimeMap.Stretch> merged(List<TimeMap.Stretch> stretches) {
        var merged = new ArrayList<TimeMap.Stretch>();
        for (TimeMap.Stretch next : stretches) {
            if (!merged.isEmpty() && Math.abs(merged.getLast().offset() - next.offset()) < SAME_STRETCH) {
                TimeMap.Stretch last = merged.removeLast();
                int count = last.to() - last.from();
                int more = next.to() - next.from();
                double offset = (last.offset() * count + next.offset() * more) / (count + more);
                merged.add(new TimeMap.Stretch(last.from(), next.to(), offset));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    /** The median of what the cues themselves say; the path only has it to a tenth of a second. */
    private double refined(int from, int to, double[] path, double ratio) {
        double[] apart = new double[to - from];
        int n = 0;
        for (int j = from; j < to; j++) {
            int i = nearest(target.from()[j] * ratio + path[j]);
            if (i >= 0) {
                apart[n++] = baseline.from()[i] - target.from()[j] * ratio;
            }
        }
        if (n == 0) {
            return path[from];
        }
        apart = Arrays.copyOf(apart, n);
        Arrays.sort(apart);
        return (apart[(n - 1) / 2] + apart[n / 2]) / 2;
    }
}
