package org.lacuna.app.compare.engine;

import java.util.List;
import java.util.Optional;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Omission;
import org.lacuna.schema.PassageKind;

/**
 * The end of the baseline where the target ends early, as a broken download does: one event, of which nobody can say
 * whether the release or only the copy is short.
 *
 * @param passages indices of the baseline's passages that are missing, ascending
 * @param share which share of the baseline's text that is, from 0 to 1
 */
record MissingTail(List<Integer> passages, double share) {

    /** How sure it is that the release itself lacks its end. */
    static final double CONFIDENCE = 0.4;

    /** A tail of less than so many passages is a few missing passages like any others, unless a sentence breaks off. */
    private static final int FEW = 8;

    /** The place of one difference holds no more passages: a record has a bound. */
    private static final int MOST = 20_000;

    private static final double MUCH = 0.05;
    private static final String ENDS = ".!?…。！？”’\"'」』)）]】*—-:：;；";

    /** Copies the list. */
    MissingTail {
        passages = List.copyOf(passages);
    }

    /**
     * The missing tail of two texts.
     *
     * @param alignment all beads, in the order of the baseline
     */
    static Optional<MissingTail> of(List<Bead> alignment, Sides pair) {
        List<Bead> ordered = alignment.stream()
                .filter(bead -> pair.kind(bead) == PassageKind.PROSE || pair.kind(bead) == PassageKind.CUE)
                .toList();
        int first = ordered.size();
        for (int i = ordered.size() - 1; i >= 0; i--) {
            if (isBlank(ordered.get(i), pair)) {
                continue;
            }
            if (ordered.get(i).kind() != Bead.Kind.REMOVED) {
                break;
            }
            first = i;
        }
        List<Integer> missing = ordered.subList(first, ordered.size()).stream()
                .flatMap(bead -> bead.baseline().stream())
                .sorted()
                .toList();
        if (first == 0 || missing.isEmpty()) {
            return Optional.empty();
        }
        double share = (double) length(missing, pair) / Math.max(1, length(pair.sequenceA(), pair));
        boolean much = missing.size() >= FEW && missing.size() <= MOST && share >= MUCH;
        return much || (missing.size() > 1 && breaksOff(ordered.subList(0, first), pair))
                ? Optional.of(new MissingTail(missing, share))
                : Optional.empty();
    }

    /** Whether a bead is of the tail. */
    boolean holds(Bead bead) {
        return bead.kind() == Bead.Kind.REMOVED && passages.containsAll(bead.baseline());
    }

    /** Whether words are of the tail. */
    boolean holds(Omission omission) {
        return omission.passages().getLast() >= passages.getFirst();
    }

    /** What a reader should know. */
    String note() {
        return "the target ends early: the last %d passages of the baseline (%.0f %% of its text) are missing; its file may be"
                        .formatted(passages.size(), share * 100)
                + " incomplete";
    }

    private static boolean isBlank(Bead bead, Sides pair) {
        return bead.baseline().stream().allMatch(i -> pair.a().get(i).getText().isBlank())
                && bead.target().stream()
                        .allMatch(j -> pair.b().get(j).getText().isBlank());
    }

    private static long length(List<Integer> passages, Sides pair) {
        return passages.stream()
                .mapToLong(i -> pair.a().get(i).getText().length())
                .sum();
    }

    /** Whether the target's last passage is the start of its counterpart and stops within a sentence. */
    private static boolean breaksOff(List<Bead> before, Sides pair) {
        var last =
                before.reversed().stream().filter(bead -> !isBlank(bead, pair)).findFirst();
        if (last.isEmpty()
                || last.get().target().isEmpty()
                || last.get().baseline().isEmpty()) {
            return false;
        }
        var theirs = pair.b().get(last.get().target().getLast());
        var ours = pair.a().get(last.get().baseline().getLast());
        return ours.getKind() == PassageKind.PROSE
                && theirs.getText().strip().length() < ours.getText().strip().length()
                && !ends(theirs.getText())
                && ends(ours.getText());
    }

    private static boolean ends(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty() && ENDS.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    }
}
