package org.lacuna.app.bench.rows;

import java.util.BitSet;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Omission;
import org.lacuna.app.compare.engine.normal.Tokens;

/**
 * The tokens of a baseline that an answer calls missing: the words of its omissions, and passages that are REMOVED as a
 * whole. A word or two that went is revision, as the texts are made. The same rule for everyone who has passages.
 */
final class MissingWords {

    private static final int REVISED = 3;

    private final Tokens a;

    MissingWords(Tokens a) {
        this.a = a;
    }

    /** As an alignment tells. */
    BitSet of(Aligned aligned) {
        var missing = new BitSet();
        for (Bead bead : aligned.beads()) {
            if (bead.kind() == Bead.Kind.REMOVED) {
                bead.baseline().forEach(p -> missing.set(a.starts[p], a.starts[p + 1]));
            }
        }
        aligned.omissions().forEach(omission -> add(missing, omission));
        return missing;
    }

    private void add(BitSet missing, Omission omission) {
        int first = omission.passages().getFirst();
        int last = omission.passages().getLast();
        int from = a.starts[first];
        while (from < a.starts[first + 1] && a.from[from] < omission.from()) {
            from++;
        }
        int to = a.starts[last + 1];
        while (to > a.starts[last] && a.to[to - 1] > omission.to()) {
            to--;
        }
        if (omission.whole() || to - from > REVISED) {
            missing.set(from, Math.max(from, to));
        }
    }

    /** As a matching of tokens alone tells. */
    static BitSet unmatched(int[] partners, int from, int to) {
        var missing = new BitSet();
        for (int i = from; i < to; i++) {
            missing.set(i, partners[i] < 0);
        }
        return missing;
    }
}
