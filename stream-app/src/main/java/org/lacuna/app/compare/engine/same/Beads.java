package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/** Groups passages into beads: those linked in order, those that moved, and what stands alone between them. */
final class Beads {

    private final Tokens a;
    private final Tokens b;
    private final Classifier classifier;
    private final Revisions revisions;
    private final boolean[] usedA;
    private final boolean[] usedB;
    private final List<Bead> beads = new ArrayList<>();

    private Beads(Tokens a, Tokens b, Classifier classifier, Revisions revisions) {
        this.a = a;
        this.b = b;
        this.classifier = classifier;
        this.revisions = revisions;
        usedA = new boolean[a.passages()];
        usedB = new boolean[b.passages()];
    }

    /** The beads of two sides, in no particular order. */
    static List<Bead> of(Tokens a, Tokens b, Matching m, Vocabulary vocabulary) {
        var beads = new Beads(a, b, new Classifier(a, b, m, vocabulary), new Revisions(a, b, vocabulary));
        List<Links.Link> inOrder = Links.firm(a, b, m);
        inOrder.forEach(beads::mark);
        List<Links.Link> moved = Moves.among(a, b, beads.usedA, beads.usedB);
        beads.group(inOrder);
        for (Links.Link link : moved) {
            beads.mark(link);
        }
        beads.leftovers(beads.limits(inOrder));
        for (Links.Link link : moved) {
            beads.beads.add(new Bead(List.of(link.baseline()), List.of(link.target()), Bead.Kind.MOVED));
        }
        return beads.beads;
    }

    private void mark(Links.Link link) {
        usedA[link.baseline()] = true;
        usedB[link.target()] = true;
    }

    /** Links that share a passage form one bead. */
    private void group(List<Links.Link> links) {
        int n = a.passages();
        var parent = new int[n + b.passages()];
        Arrays.setAll(parent, i -> i);
        for (Links.Link link : links) {
            parent[root(parent, link.baseline())] = root(parent, n + link.target());
        }
        Map<Integer, List<List<Integer>>> groups = new TreeMap<>();
        for (int i = 0; i < parent.length; i++) {
            if (i < n ? usedA[i] : usedB[i - n]) {
                var sides = groups.computeIfAbsent(root(parent, i), r -> List.of(new ArrayList<>(), new ArrayList<>()));
                sides.get(i < n ? 0 : 1).add(i < n ? i : i - n);
            }
        }
        for (List<List<Integer>> sides : groups.values()) {
            if (!sides.get(0).isEmpty() && !sides.get(1).isEmpty()) {
                beads.add(new Bead(sides.get(0), sides.get(1), classifier.kind(sides.get(0), sides.get(1))));
            }
        }
    }

    private static int root(int[] parent, int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    /** For each passage without a partner, the gap it stands in: the last linked target passage before it. */
    private int[][] limits(List<Links.Link> links) {
        var lastTarget = new int[a.passages()];
        var isLinked = new boolean[b.passages()];
        Arrays.fill(lastTarget, -1);
        for (Links.Link link : links) {
            lastTarget[link.baseline()] = Math.max(lastTarget[link.baseline()], link.target());
            isLinked[link.target()] = true;
        }
        var gapOfB = new int[b.passages()];
        int last = -1;
        for (int q = 0; q < gapOfB.length; q++) {
            last = isLinked[q] ? q : last;
            gapOfB[q] = last;
        }
        last = -1;
        for (int p = 0; p < lastTarget.length; p++) {
            last = Math.max(last, lastTarget[p]);
            lastTarget[p] = last;
        }
        return new int[][] {lastTarget, gapOfB};
    }

    private void leftovers(int[][] gaps) {
        Map<Integer, List<Integer>> left = byGap(gaps[0], usedA);
        Map<Integer, List<Integer>> right = byGap(gaps[1], usedB);
        left.forEach((gap, passages) -> {
            List<Integer> others = right.getOrDefault(gap, List.of());
            right.remove(gap);
            fill(passages, others);
        });
        right.values().forEach(others -> fill(List.of(), others));
    }

    private static Map<Integer, List<Integer>> byGap(int[] gaps, boolean[] used) {
        Map<Integer, List<Integer>> out = new HashMap<>();
        for (int p = 0; p < gaps.length; p++) {
            if (!used[p]) {
                out.computeIfAbsent(gaps[p], g -> new ArrayList<>()).add(p);
            }
        }
        return out;
    }

    private void fill(List<Integer> left, List<Integer> right) {
        blanks(
                left.stream().filter(p -> a.length(p) == 0).toList(),
                right.stream().filter(q -> b.length(q) == 0).toList());
        List<Integer> lost = left.stream().filter(p -> a.length(p) > 0).toList();
        List<Integer> gained = right.stream().filter(q -> b.length(q) > 0).toList();
        beads.addAll(revisions.between(lost, gained));
    }

    private void blanks(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            List<Integer> p = i < left.size() ? List.of(left.get(i)) : List.of();
            List<Integer> q = i < right.size() ? List.of(right.get(i)) : List.of();
            beads.add(new Bead(p, q, Bead.Kind.SAME));
        }
    }
}
