package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.app.compare.engine.normal.Tokens;

/** Which passages belong together, from which tokens match. Chance matches of single words are dropped. */
final class Links {

    /** Two passages that share tokens. */
    record Link(int baseline, int target) {}

    private static final int FIRM_RUN = 8;

    private final Tokens a;
    private final Tokens b;
    private final Matching m;
    private final Map<Integer, Integer> counts = new HashMap<>();
    private final double common;
    private final double[] weightOfA;
    private final double[] weightOfB;

    private Links(Tokens a, Tokens b, Matching m) {
        this.a = a;
        this.b = b;
        this.m = m;
        for (int id : a.ids) {
            counts.merge(id, 1, Integer::sum);
        }
        for (int id : b.ids) {
            counts.merge(id, 1, Integer::sum);
        }
        common = Math.max(12.0, (a.ids.length + b.ids.length) / 400.0);
        weightOfA = weights(a);
        weightOfB = weights(b);
    }

    /** The firm links, ascending in the baseline; tokens matched elsewhere are released. */
    static List<Link> firm(Tokens a, Tokens b, Matching m) {
        return new Links(a, b, m).collect();
    }

    private List<Link> collect() {
        var links = new ArrayList<Link>();
        for (int i = 0; i < a.ids.length; ) {
            if (m.partnerOfA[i] < 0) {
                i++;
                continue;
            }
            int p = a.owner[i];
            int q = b.owner[m.partnerOfA[i]];
            int from = i;
            double weight = 0;
            int run = 0;
            int longest = 0;
            int last = -2;
            int end = i;
            for (; i < a.starts[p + 1]; i++) {
                int j = m.partnerOfA[i];
                if (j < 0) {
                    continue;
                }
                if (b.owner[j] != q) {
                    break;
                }
                weight += weight(a.ids[i]);
                run = j == last + 1 && end == i ? run + 1 : 1;
                longest = Math.max(longest, run);
                last = j;
                end = i + 1;
            }
            if (isFirm(p, q, weight, longest)) {
                links.add(new Link(p, q));
            } else {
                for (int t = from; t < end; t++) {
                    m.unlink(t);
                }
            }
        }
        return links;
    }

    private boolean isFirm(int p, int q, double weight, int longest) {
        if (longest >= FIRM_RUN) {
            return true;
        }
        double left = weightOfA[p];
        double right = weightOfB[q];
        if (weight < 0.4 * Math.min(left, right)) {
            return false;
        }
        return weight >= 0.2 * Math.max(left, right) || (longest >= 4 && weight >= 2);
    }

    private double[] weights(Tokens side) {
        var sums = new double[side.passages()];
        for (int t = 0; t < side.ids.length; t++) {
            sums[side.owner[t]] += weight(side.ids[t]);
        }
        return sums;
    }

    private double weight(int id) {
        return counts.getOrDefault(id, 0) > common ? 0.25 : 1;
    }
}
