package org.lacuna.app.compare.engine;

import java.util.List;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * Tells a target that ends early, as a broken download does, from one that lacks passages here and there. The end of the
 * baseline is then missing as a whole: one event, of which nobody can say whether the release or only the copy is short.
 */
final class MissingTail {

    /** A tail of less than so many passages is a few missing passages like any others. */
    private static final int FEW = 5;

    /** So much of the baseline's text, or a sentence broken off, makes it likelier that the copy ends early. */
    private static final double MUCH = 0.05;

    private static final String ENDS = ".!?…。！？”’\"'」』）)]】*—-:：;；";

    private final List<Bead> alignment;
    private final List<Passage> a;
    private final List<Passage> b;

    private MissingTail(List<Bead> alignment, List<Passage> a, List<Passage> b) {
        this.alignment = alignment;
        this.a = a;
        this.b = b;
    }

    /**
     * Where the missing tail begins.
     *
     * @param alignment beads of prose and cues alone, in the order of the baseline
     * @return index in the alignment, from 0, of its first bead; the size of the alignment where there is no such tail
     */
    static int from(List<Bead> alignment, List<Passage> a, List<Passage> b) {
        return new MissingTail(alignment, a, b).from();
    }

    private int from() {
        int first = alignment.size();
        int passages = 0;
        long length = 0;
        for (int i = alignment.size() - 1; i >= 0; i--) {
            Bead bead = alignment.get(i);
            boolean blank = isBlank(bead);
            if (bead.kind() != Bead.Kind.REMOVED && !blank) {
                break;
            }
            if (!blank) {
                first = i;
                passages += bead.baseline().size();
                length += length(bead);
            }
        }
        if (first == 0 || passages == 0) {
            return alignment.size();
        }
        boolean much = passages >= FEW && length >= MUCH * whole();
        return much || (passages > 1 && breaksOff(first - 1)) ? first : alignment.size();
    }

    private boolean isBlank(Bead bead) {
        return bead.baseline().stream().allMatch(i -> a.get(i).getText().isBlank())
                && bead.target().stream().allMatch(i -> b.get(i).getText().isBlank());
    }

    private long length(Bead bead) {
        return bead.baseline().stream()
                .mapToLong(i -> a.get(i).getText().length())
                .sum();
    }

    private long whole() {
        return alignment.stream().mapToLong(this::length).sum();
    }

    /** Whether the target's last passage is the start of its counterpart and stops within a sentence. */
    private boolean breaksOff(int last) {
        int at = last;
        while (at >= 0 && isBlank(alignment.get(at))) {
            at--;
        }
        if (at < 0
                || alignment.get(at).target().isEmpty()
                || alignment.get(at).baseline().isEmpty()) {
            return false;
        }
        String theirs = b.get(alignment.get(at).target().getLast()).getText().strip();
        String ours = a.get(alignment.get(at).baseline().getLast()).getText().strip();
        return a.get(alignment.get(at).baseline().getLast()).getKind() == PassageKind.PROSE
                && !theirs.isEmpty()
                && theirs.length() < ours.length()
                && ENDS.indexOf(theirs.charAt(theirs.length() - 1)) < 0
                && ENDS.indexOf(ours.charAt(ours.length() - 1)) >= 0;
    }
}
