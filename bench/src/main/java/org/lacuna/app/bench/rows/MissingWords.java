package org.lacuna.app.bench.rows;

import java.util.BitSet;
import java.util.List;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

/**
 * The tokens of a baseline that an answer calls missing: those of passages that are REMOVED, and those that went from
 * SHORTENED ones. The same rule for everyone who has passages.
 */
final class MissingWords {

    private final Tokens a;
    private final Normaliser normaliser;

    MissingWords(Tokens a, Vocabulary vocabulary) {
        this.a = a;
        this.normaliser = new Normaliser(vocabulary);
    }

    /** As a comparison reports them. */
    BitSet of(Collation collation) {
        var missing = new BitSet();
        for (Difference difference : collation.differences()) {
            if (difference.baseline().isEmpty()) {
                continue;
            }
            Place place = difference.baseline().get();
            if (difference.kind() == ChangeKind.REMOVED) {
                place.getPassages().forEach(p -> missing.set(a.starts[p], a.starts[p + 1]));
            } else if (difference.kind() == ChangeKind.SHORTENED) {
                difference.detail().lost().forEach(span -> set(missing, place, span));
            }
        }
        return missing;
    }

    private void set(BitSet missing, Place place, Span span) {
        int start = a.starts[place.getPassages().getFirst()];
        missing.set(start + tokensBefore(place, span.getFrom()), start + tokensBefore(place, span.getTo()));
    }

    private int tokensBefore(Place place, int offset) {
        return normaliser.tokens(place.getText().substring(0, offset)).length;
    }

    /** As beads and a matching of tokens tell. */
    BitSet of(List<Bead> beads, int[] partners) {
        var missing = new BitSet();
        for (Bead bead : beads) {
            for (int p : bead.baseline()) {
                switch (bead.kind()) {
                    case REMOVED -> missing.set(a.starts[p], a.starts[p + 1]);
                    case SHORTENED -> missing.or(unmatched(partners, a.starts[p], a.starts[p + 1]));
                    default -> {}
                }
            }
        }
        return missing;
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
