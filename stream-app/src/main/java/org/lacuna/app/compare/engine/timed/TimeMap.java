package org.lacuna.app.compare.engine.timed;

import java.util.List;

/**
 * Where the times of the target lie on the clock of the baseline: {@code baseline = target * ratio + offset}, with an offset
 * for each stretch between two cuts. Immutable.
 *
 * @param ratio seconds of the baseline for one of the target
 * @param stretches stretches of the target, in order, together all of its cues
 * @param fit share of the target's cues that stand where a cue of the baseline does, from 0 to 1
 * @param cells cells of dynamic programming that it took
 */
record TimeMap(double ratio, List<Stretch> stretches, double fit, long cells) {

    /**
     * Cues of the target with one offset.
     *
     * @param from position of the first
     * @param to position after the last
     * @param offset seconds that are added on the baseline's clock
     */
    record Stretch(int from, int to, double offset) {}

    /** Copies the list. */
    TimeMap {
        stretches = List.copyOf(stretches);
    }

    double onBaseline(double time, Stretch stretch) {
        return time * ratio + stretch.offset();
    }
}
