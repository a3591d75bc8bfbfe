package org.lacuna.app.compare.engine.same;

import java.util.List;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/** Names how the two sides of a bead relate, by the tokens that found no partner. */
public final class Classifier {

    private static final double HARDLY_ANY = 0.25;
    private static final int CLAUSE = 6;
    private static final double LITTLE = 0.4;

    private final Tokens a;
    private final Tokens b;
    private final Matching m;
    private final Vocabulary vocabulary;

    /** For two sides whose matching is complete. */
    public Classifier(Tokens a, Tokens b, Matching m, Vocabulary vocabulary) {
        this.a = a;
        this.b = b;
        this.m = m;
        this.vocabulary = vocabulary;
    }

    /** SAME, SHORTENED or ALTERED. */
    public Bead.Kind kind(List<Integer> baseline, List<Integer> target) {
        int lost = unmatched(a, m.partnerOfA, baseline);
        int gained = unmatched(b, m.partnerOfB, target);
        if ((lost == 0 && gained == 0) || joined(a, baseline).equals(joined(b, target))) {
            return Bead.Kind.SAME;
        }
        boolean shortened = lost > 0 && (gained <= HARDLY_ANY * lost || losesClause(baseline));
        return shortened ? Bead.Kind.SHORTENED : Bead.Kind.ALTERED;
    }

    /** Whether a run of words went with hardly any in its place, however the rest was reworded. */
    private boolean losesClause(List<Integer> baseline) {
        for (int p : baseline) {
            int run = 0;
            for (int t = a.starts[p]; t <= a.starts[p + 1]; t++) {
                if (t < a.starts[p + 1] && m.partnerOfA[t] < 0) {
                    run++;
                } else {
                    if (run >= CLAUSE && inPlaceOf(t - run, t) <= LITTLE * run) {
                        return true;
                    }
                    run = 0;
                }
            }
        }
        return false;
    }

    /** How many target tokens stand where a run of lost tokens stood. */
    private int inPlaceOf(int from, int to) {
        int next = to < a.ids.length ? m.partnerOfA[to] : -1;
        int before = from > 0 ? m.partnerOfA[from - 1] : -1;
        if (before < 0 && next < 0) {
            return Integer.MAX_VALUE;
        }
        int edge = before >= 0 ? before : next;
        int passage = b.owner[edge];
        int gained = 0;
        int step = before >= 0 ? 1 : -1;
        for (int j = edge + step; j >= b.starts[passage] && j < b.starts[passage + 1]; j += step) {
            if (m.partnerOfB[j] >= 0) {
                break;
            }
            gained++;
        }
        return gained;
    }

    private static int unmatched(Tokens side, int[] partners, List<Integer> passages) {
        int n = 0;
        for (int p : passages) {
            for (int t = side.starts[p]; t < side.starts[p + 1]; t++) {
                n += partners[t] < 0 ? 1 : 0;
            }
        }
        return n;
    }

    /** The letters without the gaps between words: "to day" and "to-day" are the same. */
    private String joined(Tokens side, List<Integer> passages) {
        var out = new StringBuilder();
        for (int p : passages) {
            for (int t = side.starts[p]; t < side.starts[p + 1]; t++) {
                out.append(vocabulary.text(side.ids[t]));
            }
        }
        return out.toString();
    }
}
