package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups the cues of two sides that appear at the same time: subtitlers split and merge what is said. */
final class CueBeads {

    private static final double SHARE = 0.5;

    /** A line that joined its neighbour stands this near, in seconds. */
    private static final double BESIDE = 2;

    private final Cues baseline;
    private final Cues target;
    private final int[] parent;

    private CueBeads(Cues baseline, Cues target) {
        this.baseline = baseline;
        this.target = target;
        parent = new int[baseline.size() + target.size()];
        Arrays.setAll(parent, i -> i);
    }

    /** Whether a cue of the baseline is said within one of the target, by their positions. */
    interface Saying {
        boolean within(int baseline, int target);
    }

    /**
     * Positions of the baseline and of the target.
     *
     * @param ours ascending; none where the target has a cue of its own
     * @param theirs ascending; none where a cue is missing
     */
    record Group(List<Integer> ours, List<Integer> theirs) {}

    /**
     * The groups; each cue is in one.
     *
     * @param goneA whether a cue of the baseline lies within a cut
     * @param goneB whether a cue of the target lies within an insertion
     */
    static List<Group> of(Cues baseline, Cues target, TimeMap map, boolean[] goneA, boolean[] goneB, Saying saying) {
        var beads = new CueBeads(baseline, target);
        var linkedA = new boolean[baseline.size()];
        for (TimeMap.Stretch stretch : map.stretches()) {
            for (int j = stretch.from(); j < stretch.to(); j++) {
                if (!goneB[j]) {
                    beads.link(j, stretch, map, goneA, linkedA);
                }
            }
        }
        for (TimeMap.Stretch stretch : map.stretches()) {
            for (int j = stretch.from(); j < stretch.to(); j++) {
                beads.join(j, stretch, map, goneA, linkedA, saying);
            }
        }
        return beads.groups();
    }

    private void link(int j, TimeMap.Stretch stretch, TimeMap map, boolean[] gone, boolean[] linked) {
        double from = map.onBaseline(target.from()[j], stretch);
        double to = map.onBaseline(target.to()[j], stretch);
        for (int i = baseline.firstFrom(from - 60); i < baseline.size() && baseline.from()[i] < to; i++) {
            double overlap = Math.min(to, baseline.to()[i]) - Math.max(from, baseline.from()[i]);
            if (!gone[i] && overlap >= SHARE * Math.min(to - from, baseline.length(i))) {
                linked[i] = true;
                parent[root(i)] = root(baseline.size() + j);
            }
        }
    }

    /** Cues without a partner whose words were put into a line beside them. */
    private void join(int j, TimeMap.Stretch stretch, TimeMap map, boolean[] gone, boolean[] linked, Saying saying) {
        double from = map.onBaseline(target.from()[j], stretch) - BESIDE;
        double to = map.onBaseline(target.to()[j], stretch) + BESIDE;
        for (int i = baseline.firstFrom(from - 10); i < baseline.size() && baseline.from()[i] < to; i++) {
            if (!gone[i] && !linked[i] && baseline.to()[i] > from && saying.within(i, j)) {
                linked[i] = true;
                parent[root(i)] = root(baseline.size() + j);
            }
        }
    }

    private int root(int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    private List<Group> groups() {
        Map<Integer, Group> groups = new TreeMap<>();
        for (int k = 0; k < parent.length; k++) {
            Group group = groups.computeIfAbsent(root(k), r -> new Group(new ArrayList<>(), new ArrayList<>()));
            if (k < baseline.size()) {
                group.ours().add(k);
            } else {
                group.theirs().add(k - baseline.size());
            }
        }
        return List.copyOf(groups.values());
    }
}
