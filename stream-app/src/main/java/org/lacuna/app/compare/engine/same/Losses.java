package org.lacuna.app.compare.engine.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.JoinedText;
import org.lacuna.app.compare.engine.collation.Omission;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.schema.Span;

/**
 * Says of beads which words went and which came, by their place in the text, and which words were left out with nothing in
 * their place. Not thread-safe; used once.
 */
final class Losses {

    private static final boolean[] NONE_TOLD = {};

    private final Tokens a;
    private final Tokens b;
    private final Matching m;
    private final Selection left;
    private final Selection right;
    private final boolean[] omitted;
    private final List<Omission> omissions = new ArrayList<>();
    private final Map<Bead, Difference.Detail> details = new HashMap<>();
    private final Set<Bead> told = new HashSet<>();

    /**
     * Reads what beads lost.
     *
     * @param beads all beads, by positions in the selections
     * @param m the matching that they were made of; what beads of rewritten passages still share is added to it
     */
    Losses(Tokens a, Tokens b, Matching m, List<Bead> beads, Selection left, Selection right) {
        this.a = a;
        this.b = b;
        this.m = m;
        this.left = left;
        this.right = right;
        this.omitted = new boolean[a.ids.length];
        var movedA = new boolean[a.passages()];
        var movedB = new boolean[b.passages()];
        var removed = new boolean[a.passages()];
        for (Bead bead : beads) {
            if (bead.kind() == Bead.Kind.MOVED) {
                bead.baseline().forEach(p -> movedA[p] = true);
                bead.target().forEach(q -> movedB[q] = true);
            } else if (bead.kind() == Bead.Kind.ALTERED) {
                matchRewritten(bead);
            } else if (bead.kind() == Bead.Kind.REMOVED) {
                bead.baseline().forEach(p -> removed[p] = true);
            }
        }
        LostRuns.of(a, b, m, movedA, movedB, removed).forEach(this::add);
    }

    List<Omission> omissions() {
        return omissions;
    }

    /** What went and came in each bead that differs, by the beads that {@link #add(Bead, Bead)} was given. */
    Map<Bead, Difference.Detail> details() {
        return details;
    }

    /** Beads that differ in nothing but what was left out. */
    Set<Bead> told() {
        return told;
    }

    /**
     * Reads one bead.
     *
     * @param bead by positions in the selections
     * @param whole the same bead by indices in the whole texts
     */
    void add(Bead bead, Bead whole) {
        switch (bead.kind()) {
            case REMOVED -> {
                if (bead.baseline().stream().allMatch(this::isOmitted)) {
                    told.add(whole);
                }
            }
            case ALTERED, SHORTENED -> {
                List<Span> lost = spans(a, m.partnerOfA, omitted, bead.baseline(), left);
                List<Span> gained = spans(b, m.partnerOfB, NONE_TOLD, bead.target(), right);
                if (gained.isEmpty() && (!lost.isEmpty() || isTouched(bead))) {
                    // Nothing came in the place of what went, however few words that are.
                    bead.baseline().forEach(this::omitRest);
                    told.add(whole);
                } else {
                    details.put(whole, new Difference.Detail(1, lost, gained, List.of(), Optional.empty(), List.of()));
                }
            }
            case SAME, MOVED, ADDED, CONCEPT_LOST -> {
                // Nothing went.
            }
        }
    }

    private void omitRest(int passage) {
        int from = -1;
        for (int t = a.starts[passage]; t <= a.starts[passage + 1]; t++) {
            boolean alone = t < a.starts[passage + 1] && m.partnerOfA[t] < 0 && !omitted[t];
            if (alone && from < 0) {
                from = t;
            } else if (!alone && from >= 0) {
                omissions.add(omission(from, t));
                Arrays.fill(omitted, from, t, true);
                from = -1;
            }
        }
    }

    /** Passages that were judged to be rewritten have no matches yet: what they share is no loss. */
    private void matchRewritten(Bead bead) {
        if (bead.baseline().size() != 1 || bead.target().size() != 1) {
            return;
        }
        int p = bead.baseline().getFirst();
        int q = bead.target().getFirst();
        for (int t = a.starts[p]; t < a.starts[p + 1]; t++) {
            if (m.partnerOfA[t] >= 0) {
                return;
            }
        }
        Matching own = Anchors.align(a.of(p), b.of(q));
        for (int t = 0; t < own.partnerOfA.length; t++) {
            if (own.partnerOfA[t] >= 0) {
                m.link(a.starts[p] + t, b.starts[q] + own.partnerOfA[t]);
            }
        }
    }

    private void add(LostRuns.Run run) {
        for (int t = run.from(); t < run.to(); t++) {
            omitted[t] = true;
        }
        int from = run.from();
        int length = length(from);
        for (int t = from + 1; t <= run.to(); t++) {
            boolean begins = t < run.to() && a.owner[t] != a.owner[t - 1];
            boolean ends = begins && (section(t) != section(from) || length + length(t) > Omission.MOST_TEXT);
            if (ends || t == run.to()) {
                omissions.add(omission(from, t));
                from = t;
                length = 0;
            }
            length += begins ? length(t) : 0;
        }
    }

    /** How long the passage of a token is, with the blank after it. */
    private int length(int token) {
        return left.all().get(left.of().get(a.owner[token])).getText().length() + 1;
    }

    private int section(int token) {
        return left.section().applyAsInt(left.of().get(a.owner[token]));
    }

    private Omission omission(int from, int to) {
        int first = a.owner[from];
        int last = a.owner[to - 1];
        boolean whole = false;
        var passages = new ArrayList<Integer>();
        for (int p = first; p <= last; p++) {
            if (a.length(p) > 0) {
                passages.add(left.of().get(p));
                whole |= a.starts[p] >= from && a.starts[p + 1] <= to;
            }
        }
        var kept = new TreeSet<Integer>();
        if (from > a.starts[first] && m.partnerOfA[from - 1] >= 0) {
            kept.add(right.of().get(b.owner[m.partnerOfA[from - 1]]));
        }
        if (to < a.starts[last + 1] && m.partnerOfA[to] >= 0) {
            kept.add(right.of().get(b.owner[m.partnerOfA[to]]));
        }
        int begin = from == a.starts[first] ? 0 : a.from[from];
        String lastText = left.all().get(left.of().get(last)).getText();
        int end = to == a.starts[last + 1] ? lastText.length() : a.from[to];
        return new Omission(passages, begin, end, whole, List.copyOf(kept));
    }

    private boolean isOmitted(int passage) {
        for (int t = a.starts[passage]; t < a.starts[passage + 1]; t++) {
            if (!omitted[t]) {
                return false;
            }
        }
        return true;
    }

    private boolean isTouched(Bead bead) {
        return bead.baseline().stream()
                .anyMatch(p -> IntStream.range(a.starts[p], a.starts[p + 1]).anyMatch(t -> omitted[t]));
    }

    /** Words without a partner, as stretches of the joined text of the passages; neighbours are one stretch. */
    private static List<Span> spans(
            Tokens side, int[] partners, boolean[] told, List<Integer> passages, Selection selection) {
        var spans = new ArrayList<Span>();
        var joint = new JoinedText(passages.stream()
                .map(p -> selection.all().get(selection.of().get(p)).getText())
                .toList());
        for (int k = 0; k < passages.size(); k++) {
            int p = passages.get(k);
            int from = -1;
            for (int t = side.starts[p]; t <= side.starts[p + 1]; t++) {
                boolean alone = t < side.starts[p + 1] && partners[t] < 0 && !(t < told.length && told[t]);
                if (alone && from < 0) {
                    from = t;
                } else if (!alone && from >= 0) {
                    spans.add(new Span(joint.at(k, side.from[from]), joint.at(k, side.to[t - 1])));
                    from = -1;
                }
            }
        }
        return spans;
    }
}
