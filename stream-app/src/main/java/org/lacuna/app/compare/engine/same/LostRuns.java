package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.app.compare.engine.normal.Tokens;

/**
 * Finds the words that went with hardly any in their place, wherever sentences begin and end: a run of tokens without a
 * partner. A stray match of a word or two within a run, such as "the", does not end it.
 */
final class LostRuns {

    /** A run of fewer tokens is a change of wording, unless it is much of its passage. */
    private static final int CLAUSE = 5;

    /** Characters match by chance more often than words, and it takes two for a word. */
    private static final int CLAUSE_OF_CHARACTERS = 10;

    /** So many words without one that is kept are gone, whatever else was written in their place. */
    private static final int SENTENCE = 9;

    private static final int SENTENCE_OF_CHARACTERS = 16;
    private static final double MUCH = 0.25;
    private static final int FEWEST = 2;

    /** With more than this share of new words in its place, a run was rewritten, not left out. */
    private static final double LITTLE = 0.4;

    private static final int STRAY = 3;
    private static final int AROUND = 4;

    private final Tokens a;
    private final Tokens b;
    private final Matching m;
    private final boolean[] movedA;
    private final boolean[] movedB;
    private final boolean[] removed;

    /**
     * A run of tokens of the baseline.
     *
     * @param from its first token
     * @param to the token after its last one
     */
    record Run(int from, int to) {}

    private LostRuns(Tokens a, Tokens b, Matching m, boolean[] movedA, boolean[] movedB, boolean[] removed) {
        this.a = a;
        this.b = b;
        this.m = m;
        this.movedA = movedA;
        this.movedB = movedB;
        this.removed = removed;
    }

    /**
     * The runs, ascending.
     *
     * @param m a complete matching in order
     * @param movedA whether a passage of the baseline stands at another place of the target
     * @param movedB whether a passage of the target stood at another place of the baseline
     * @param removed whether a passage of the baseline has no counterpart, so that no word of it is there
     */
    static List<Run> of(Tokens a, Tokens b, Matching m, boolean[] movedA, boolean[] movedB, boolean[] removed) {
        return new LostRuns(a, b, m, movedA, movedB, removed).all();
    }

    private List<Run> all() {
        var runs = new ArrayList<Run>();
        for (int t = 0; t < a.ids.length; ) {
            t = matchedAtStart(t);
            if (t == a.ids.length || !isLost(t)) {
                t++;
                continue;
            }
            int end = end(t);
            int lost = lost(t, end);
            int gained = inPlaceOf(t, end);
            if (lost >= least(t) && (gained <= LITTLE * lost || lost >= replaced(t))) {
                runs.add(lost == end - t && gained == 0 ? slid(t, end) : whole(t, end));
            }
            t = Math.max(end, runs.isEmpty() ? end : runs.getLast().to());
        }
        return runs;
    }

    /**
     * Words at the start of a run that stand right there in the target as well: the link of their passages was too weak to
     * be kept, but what is there is not lost.
     *
     * @return the first token that is
     */
    private int matchedAtStart(int from) {
        int at = from;
        while (at < a.ids.length && at > 0 && isLost(at) && m.partnerOfA[at - 1] >= 0) {
            int there = m.partnerOfA[at - 1] + 1;
            boolean same = there < b.ids.length
                    && m.partnerOfB[there] < 0
                    && !movedB[b.owner[there]]
                    && !removed[a.owner[at]]
                    && a.ids[at] == b.ids[there];
            if (!same) {
                break;
            }
            m.link(at, there);
            at++;
        }
        return at;
    }

    /**
     * Where words before a run are those at its end, or the other way round, the run may lie a little earlier or later just
     * as well: it is moved to where passages begin and end.
     */
    private Run slid(int from, int to) {
        int best = 0;
        int most = fitness(from, to);
        int left = 0;
        while (from - left > 0 && canSlide(from - left - 1, to - left - 1)) {
            left++;
            if (fitness(from - left, to - left) > most) {
                most = fitness(from - left, to - left);
                best = -left;
            }
        }
        int right = 0;
        while (to + right < a.ids.length && canSlide(to + right, from + right)) {
            right++;
            if (fitness(from + right, to + right) > most) {
                most = fitness(from + right, to + right);
                best = right;
            }
        }
        for (int k = 0; k < -best; k++) {
            relink(from - k - 1, to - k - 1);
        }
        for (int k = 0; k < best; k++) {
            relink(to + k, from + k);
        }
        return new Run(from + best, to + best);
    }

    /** A word or two of the passage before or after whole ones are that passage's own edit. */
    private Run whole(int from, int to) {
        int next = a.starts[a.owner[from] + 1];
        int last = a.starts[a.owner[to - 1]];
        int begin = !begins(from) && next - from < CLAUSE ? next : from;
        int end = !begins(to) && to - last < CLAUSE ? last : to;
        return holdsPassage(from, to) && begin < end ? new Run(begin, end) : new Run(from, to);
    }

    private boolean canSlide(int matched, int lost) {
        return m.partnerOfA[matched] >= 0 && a.ids[matched] == a.ids[lost];
    }

    private void relink(int matched, int lost) {
        int partner = m.partnerOfA[matched];
        m.unlink(matched);
        m.link(lost, partner);
    }

    private int fitness(int from, int to) {
        return (begins(from) ? 2 : 0) + (begins(to) ? 2 : 0);
    }

    private boolean begins(int token) {
        return token == a.ids.length || a.starts[a.owner[token]] == token;
    }

    private int replaced(int t) {
        return a.ids[t] > Character.MAX_CODE_POINT ? SENTENCE : SENTENCE_OF_CHARACTERS;
    }

    private int least(int t) {
        boolean words = a.ids[t] > Character.MAX_CODE_POINT;
        double much = Math.ceil(MUCH * a.length(a.owner[t]));
        return (int) Math.min(words ? CLAUSE : CLAUSE_OF_CHARACTERS, Math.max(words ? FEWEST : 2 * FEWEST, much));
    }

    private boolean isLost(int t) {
        return m.partnerOfA[t] < 0 && !movedA[a.owner[t]];
    }

    private int end(int from) {
        int end = from + 1;
        while (end < a.ids.length) {
            if (isLost(end)) {
                end++;
                continue;
            }
            int next = end;
            while (next < a.ids.length && next - end <= STRAY && !isLost(next)) {
                next++;
            }
            boolean stray = next - end <= STRAY
                    && next + AROUND <= a.ids.length
                    && end - from >= AROUND
                    && lost(end - AROUND, end) == AROUND
                    && lost(next, next + AROUND) == AROUND
                    && !holdsPassage(end, next);
            if (!stray) {
                break;
            }
            end = next;
        }
        return end;
    }

    private boolean holdsPassage(int from, int to) {
        for (int p = a.owner[from]; p <= a.owner[to - 1]; p++) {
            if (a.starts[p] >= from && a.starts[p + 1] <= to) {
                return true;
            }
        }
        return false;
    }

    private int lost(int from, int to) {
        int lost = 0;
        for (int t = from; t < to; t++) {
            lost += isLost(t) ? 1 : 0;
        }
        return lost;
    }

    /** How many tokens of the target stand where a run stood. */
    private int inPlaceOf(int from, int to) {
        int before = from - 1;
        while (before >= 0 && m.partnerOfA[before] < 0) {
            before--;
        }
        int after = to;
        while (after < a.ids.length && m.partnerOfA[after] < 0) {
            after++;
        }
        int first = before < 0 ? 0 : m.partnerOfA[before] + 1;
        int end = after == a.ids.length ? b.ids.length : m.partnerOfA[after];
        int gained = 0;
        for (int j = first; j < end; j++) {
            gained += m.partnerOfB[j] < 0 && !movedB[b.owner[j]] ? 1 : 0;
        }
        return gained;
    }
}
