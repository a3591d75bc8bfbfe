package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lacuna.app.compare.engine.normal.Tokens;

/** Finds baseline passages without a partner that stand at another place of the target. */
final class Moves {

    private static final int GRAM = 3;
    private static final int SHORTEST = 3;

    /** So many of the shorter passage's words, in order, are words of the other one. */
    private static final double SHARE = 0.6;

    private static final double SHARE_BESIDE = 0.4;

    private final Tokens a;
    private final Tokens b;
    private final boolean[] usedA;
    private final boolean[] usedB;
    private final List<Links.Link> found = new ArrayList<>();

    private Moves(Tokens a, Tokens b, boolean[] usedA, boolean[] usedB) {
        this.a = a;
        this.b = b;
        this.usedA = usedA.clone();
        this.usedB = usedB.clone();
    }

    /** Links between passages that have no partner in order. */
    static List<Links.Link> among(Tokens a, Tokens b, boolean[] usedA, boolean[] usedB) {
        var moves = new Moves(a, b, usedA, usedB);
        moves.whole();
        moves.parts();
        moves.beside();
        return moves.found;
    }

    /** Passages that are equal as a whole and occur once among the leftovers of either side. */
    private void whole() {
        Map<List<Integer>, Integer> left = leftovers(a, usedA);
        Map<List<Integer>, Integer> right = leftovers(b, usedB);
        left.forEach((content, p) -> {
            int q = right.getOrDefault(content, -1);
            if (p >= 0 && q >= 0) {
                link(p, q);
            }
        });
    }

    private static Map<List<Integer>, Integer> leftovers(Tokens side, boolean[] used) {
        Map<List<Integer>, Integer> byContent = new HashMap<>();
        for (int p = 0; p < used.length; p++) {
            if (!used[p] && side.length(p) >= SHORTEST) {
                List<Integer> content = Arrays.stream(side.of(p)).boxed().toList();
                byContent.merge(content, p, (one, other) -> -1);
            }
        }
        return byContent;
    }

    /** Passages that share runs of words with one other passage and most of their words too. */
    private void parts() {
        Map<Long, Integer> index = new HashMap<>();
        for (int q = 0; q < usedB.length; q++) {
            for (int t = b.starts[q]; !usedB[q] && t + GRAM <= b.starts[q + 1]; t++) {
                index.merge(hash(b.ids, t), q, (one, other) -> one.equals(other) ? one : -1);
            }
        }
        for (int p = 0; p < usedA.length && !index.isEmpty(); p++) {
            if (!usedA[p]) {
                int q = home(p, index);
                if (q >= 0) {
                    link(p, q);
                }
            }
        }
    }

    private int home(int p, Map<Long, Integer> index) {
        Map<Integer, Integer> votes = new TreeMap<>();
        for (int t = a.starts[p]; t + GRAM <= a.starts[p + 1]; t++) {
            votes.merge(index.getOrDefault(hash(a.ids, t), -1), 1, Integer::sum);
        }
        votes.remove(-1);
        int best = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            if (!usedB[vote.getKey()] && vote.getValue() > most) {
                best = vote.getKey();
                most = vote.getValue();
            }
        }
        return best >= 0 && isAlike(p, best, SHARE) ? best : -1;
    }

    /** What stands beside a passage that moved has most often moved with it, however much of it was revised. */
    private void beside() {
        for (int k = 0; k < found.size(); k++) {
            Links.Link link = found.get(k);
            for (int step = -1; step <= 1; step += 2) {
                int p = next(link.baseline(), step, usedA, a);
                int q = next(link.target(), step, usedB, b);
                if (p >= 0 && q >= 0 && isAlike(p, q, SHARE_BESIDE)) {
                    link(p, q);
                }
            }
        }
    }

    /** The passage with words beside another one, if it has no partner yet; else -1. */
    private static int next(int passage, int step, boolean[] used, Tokens side) {
        int next = passage + step;
        while (next >= 0 && next < used.length && side.length(next) == 0) {
            next += step;
        }
        return next >= 0 && next < used.length && !used[next] ? next : -1;
    }

    private boolean isAlike(int p, int q, double share) {
        int shorter = Math.min(a.length(p), b.length(q));
        return shorter >= SHORTEST && Anchors.align(a.of(p), b.of(q)).size() >= share * shorter;
    }

    private void link(int p, int q) {
        found.add(new Links.Link(p, q));
        usedA[p] = true;
        usedB[q] = true;
    }

    private static long hash(int[] ids, int from) {
        long hash = 1;
        for (int t = from; t < from + GRAM; t++) {
            hash = hash * 0x9E3779B97F4A7C15L + ids[t];
        }
        return hash;
    }
}
