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

    /** Where each token begins in the text of its passage, in UTF-16 code units from 0. */
    public final int[] from;
    /** Where each token ends there: the code unit after its last one. */
    public final int[] to;

    private Tokens(int[] ids, int[] from, int[] to, int[] starts) {
        this.ids = ids;
        this.from = from;
        this.to = to;
        this.starts = starts;
        owner = new int[ids.length];
        for (int p = 0; p + 1 < starts.length; p++) {
            Arrays.fill(owner, starts[p], starts[p + 1], p);
        }
    }

    /** Reads passages; numerals of chapter headings count as equal. */
    public static Tokens of(List<Passage> passages, Normaliser normaliser, Vocabulary vocabulary) {
        var parts = new ArrayList<Normaliser.Read>(passages.size());
        var starts = new int[passages.size() + 1];
        for (int p = 0; p < passages.size(); p++) {
            var part = Headings.withoutNumber(
                    normaliser.tokensWithPlaces(passages.get(p).getText()), vocabulary);
            parts.add(part);
            starts[p + 1] = starts[p] + part.ids().length;
        }
        int size = starts[passages.size()];
        var tokens = new Tokens(new int[size], new int[size], new int[size], starts);
        for (int p = 0; p < passages.size(); p++) {
            int length = parts.get(p).ids().length;
            System.arraycopy(parts.get(p).ids(), 0, tokens.ids, starts[p], length);
            System.arraycopy(parts.get(p).from(), 0, tokens.from, starts[p], length);
            System.arraycopy(parts.get(p).to(), 0, tokens.to, starts[p], length);
        }
        return tokens;
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
