package org.lacuna.app.compare.engine.same;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/** Lends the engine's filter for moves and revisions to a matching that someone else made. */
@NullMarked
public final class Filter {

    private Filter() {}

    /**
     * The beads that the engine makes of a matching.
     *
     * @param partners for each token of the baseline its partner in the target, ascending, or -1
     */
    public static List<Bead> beads(Tokens a, Tokens b, int[] partners, Vocabulary vocabulary) {
        var matching = new Matching(a.ids, b.ids);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                matching.link(i, partners[i]);
            }
        }
        return Beads.of(a, b, matching, vocabulary);
    }
}
