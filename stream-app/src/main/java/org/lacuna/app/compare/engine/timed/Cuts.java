package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.app.compare.engine.collation.Aligned;

/**
 * Places the jumps of a time map. How long a cut is, the jump says; where it begins lies between the last cue that is kept
 * before it and the first one after, and the cues that are gone must lie within it.
 */
final class Cuts {

    /** A jump of less than this is a re-timed scene, not a cut. */
    private static final double SHORTEST = 0.8;

    /** Cues may appear a little before what they belong to. */
    private static final double EARLY = 0.3;

    private static final int FEW = 6;

    /**
     * A stretch of time that one side lacks.
     *
     * @param from where it begins, in seconds on the clock of the side that has it
     * @param length how long it is, in seconds
     * @param inTarget whether the target has it, so that it was inserted there
     * @param confidence from 0 to 1
     */
    record Cut(double from, double length, boolean inTarget, double confidence) {

        double to() {
            return from + length;
        }

        boolean holds(double start) {
            return start >= from - EARLY && start < to();
        }

        Aligned.Cut in(List<Integer> passages) {
            return new Aligned.Cut(Math.round(from * 1000), Math.round(to() * 1000), passages, inTarget, confidence);
        }
    }

    private final Cues baseline;
    private final Cues target;
    private final TimeMap map;

    private Cuts(Cues baseline, Cues target, TimeMap map) {
        this.baseline = baseline;
        this.target = target;
        this.map = map;
    }

    /** The cuts and insertions between the stretches of a time map, in order. */
    static List<Cut> of(Cues baseline, Cues target, TimeMap map) {
        return new Cuts(baseline, target, map).all();
    }

    private List<Cut> all() {
        var cuts = new ArrayList<Cut>();
        for (int s = 1; s < map.stretches().size(); s++) {
            TimeMap.Stretch before = map.stretches().get(s - 1);
            TimeMap.Stretch after = map.stretches().get(s);
            double jump = after.offset() - before.offset();
            double sure = Math.min(before.to() - before.from(), after.to() - after.from()) < FEW ? 0.5 : 0.95;
            if (jump >= SHORTEST) {
                cuts.add(cut(before, after, jump, sure));
            } else if (-jump >= SHORTEST) {
                cuts.add(insertion(before, after, -jump, sure));
            }
        }
        return cuts;
    }

    private Cut cut(TimeMap.Stretch before, TimeMap.Stretch after, double length, double sure) {
        double kept = map.onBaseline(target.to()[before.to() - 1], before);
        double next = map.onBaseline(target.from()[after.from()], after);
        double earliest = Math.min(kept, next - length);
        double latest = Math.max(kept, next - length);
        double first = latest;
        double last = earliest;
        double begun = map.onBaseline(target.from()[before.to() - 1], before);
        for (int i = baseline.firstFrom(begun + EARLY); i < baseline.size() && baseline.from()[i] < next - EARLY; i++) {
            double from = baseline.from()[i];
            boolean isKept = baseline.to()[i] - from > 0 && stands(from, baseline.to()[i], before, after);
            if (!isKept) {
                first = Math.min(first, from + EARLY);
                last = Math.max(last, from + EARLY - length);
            }
        }
        double low = Math.max(earliest, last);
        double high = Math.min(latest, first);
        double begin = low <= high ? (low + high) / 2 : Math.clamp((low + high) / 2, earliest, latest);
        return new Cut(begin, length, false, sure);
    }

    /** Whether a cue of the baseline has one of the target at its time, by the map before the jump or after it. */
    private boolean stands(double from, double to, TimeMap.Stretch before, TimeMap.Stretch after) {
        return stands(from, to, before, before.from(), before.to())
                || stands(from, to, after, after.from(), after.to());
    }

    private boolean stands(double from, double to, TimeMap.Stretch stretch, int first, int end) {
        double at = (from - stretch.offset()) / map.ratio();
        for (int j = Math.max(first, target.firstFrom(at - 10)); j < end && target.from()[j] < at + 10; j++) {
            double overlap = Math.min(to, map.onBaseline(target.to()[j], stretch))
                    - Math.max(from, map.onBaseline(target.from()[j], stretch));
            if (overlap > 0.5 * Math.min(to - from, target.length(j) * map.ratio())) {
                return true;
            }
        }
        return false;
    }

    /** The same the other way round, on the target's clock. */
    private Cut insertion(TimeMap.Stretch before, TimeMap.Stretch after, double length, double sure) {
        double shorter = length / map.ratio();
        double kept = target.to()[before.to() - 1];
        double next = target.from()[after.from()];
        double begin = next - kept > shorter ? (kept + next - shorter) / 2 : kept;
        return new Cut(begin, shorter, true, sure);
    }
}
