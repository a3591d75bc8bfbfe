package org.lacuna.app.compare.engine.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacuna.schema.Passage;

/** The tokens of a list of passages, one after the other. Token and passage numbers count from 0. */
public final class Tokens {

    /** The number of each token; not to be written to. */
    public final int[] ids;
    /** First token of each passage, and the number of tokens at the end. */
    public final int[] starts;
    /** The passage of each token. */
    public final int[] owner;

    private Tokens(int[] ids, int[] starts) {
        this.ids = ids;
        this.starts = starts;
        owner = new int[ids.length];
        for (int p = 0; p + 1 < starts.length; p++) {
            Arrays.fill(owner, starts[p], starts[p + 1], p);
        }
    }

    /** Reads passages; numerals of chapter headings count as equal. */
    public static Tokens of(List<Passage> passages, Normaliser normaliser, Vocabulary vocabulary) {
        var parts = new ArrayList<int[]>(passages.size());
        var starts = new int[passages.size() + 1];
        for (int p = 0; p < passages.size(); p++) {
            int[] part =
                    Headings.withoutNumber(normaliser.tokens(passages.get(p).getText()), vocabulary);
            parts.add(part);
            starts[p + 1] = starts[p] + part.length;
        }
        var ids = new int[starts[passages.size()]];
        for (int p = 0; p < passages.size(); p++) {
            System.arraycopy(parts.get(p), 0, ids, starts[p], parts.get(p).length);
        }
        return new Tokens(ids, starts);
    }

    /** The number of passages. */
    public int passages() {
        return starts.length - 1;
    }

    /** The number of tokens of a passage. */
    public int length(int passage) {
        return starts[passage + 1] - starts[passage];
    }

    /** The tokens of one passage. */
    public int[] of(int passage) {
        return Arrays.copyOfRange(ids, starts[passage], starts[passage + 1]);
    }
}
