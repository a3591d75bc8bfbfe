package org.lacuna.app.bench.peers;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** java-diff-utils, Myers' algorithm in linear space. */
final class DiffUtilsMyers implements Peer {

    @Override
    public String name() {
        return "java-diff-utils 4.18 (linear Myers)";
    }

    @Override
    public int[] partners(int[] a, int[] b, Limit limit) {
        List<Integer> left = Arrays.stream(a).boxed().toList();
        List<Integer> right = Arrays.stream(b).boxed().toList();
        var myers = new MyersDiffWithLinearSpace<Integer>((one, other) -> {
            limit.check();
            return one.equals(other);
        });
        var changes = myers.computeDiff(left, right, null).stream()
                .sorted(Comparator.<Change>comparingInt(c -> c.startOriginal).thenComparingInt(c -> c.startRevised))
                .toList();
        var partners = new int[a.length];
        Arrays.fill(partners, -1);
        int i = 0;
        int j = 0;
        for (Change change : changes) {
            Peer.pair(partners, i, change.startOriginal, j);
            i = change.endOriginal;
            j = change.endRevised;
        }
        Peer.pair(partners, i, a.length, j);
        return partners;
    }
}
