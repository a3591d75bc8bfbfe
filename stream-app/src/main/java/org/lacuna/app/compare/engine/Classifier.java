package org.lacuna.app.compare.engine;

import java.util.List;

/** Names how the two sides of a bead relate, by the tokens that found no partner. */
final class Classifier {

    private static final double HARDLY_ANY = 0.25;

    private final Tokens a;
    private final Tokens b;
    private final Matching m;
    private final Vocabulary vocabulary;

    Classifier(Tokens a, Tokens b, Matching m, Vocabulary vocabulary) {
        this.a = a;
        this.b = b;
        this.m = m;
        this.vocabulary = vocabulary;
    }

    /** SAME, SHORTENED or ALTERED. */
    Bead.Kind kind(List<Integer> baseline, List<Integer> target) {
        int lost = unmatched(a, m.partnerOfA, baseline);
        int gained = unmatched(b, m.partnerOfB, target);
        if ((lost == 0 && gained == 0) || joined(a, baseline).equals(joined(b, target))) {
            return Bead.Kind.SAME;
        }
        return lost > 0 && gained <= HARDLY_ANY * lost ? Bead.Kind.SHORTENED : Bead.Kind.ALTERED;
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
