package org.lacuna.app.compare.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * Two texts that are held against each other: their passages, and which of them stand in order and which have a key.
 *
 * @param left places in the baseline
 * @param right places in the target
 * @param sequenceA indices of the baseline's prose and cues
 * @param keyedA indices of its entries and fields
 * @param sequenceB indices of the target's prose and cues
 * @param keyedB indices of its entries and fields
 */
record Sides(
        Places left,
        Places right,
        List<Integer> sequenceA,
        List<Integer> keyedA,
        List<Integer> sequenceB,
        List<Integer> keyedB) {

    Sides(Places left, Places right) {
        this(
                left,
                right,
                indices(left.passages(), false),
                indices(left.passages(), true),
                indices(right.passages(), false),
                indices(right.passages(), true));
    }

    List<Passage> a() {
        return left.passages();
    }

    List<Passage> b() {
        return right.passages();
    }

    /** The baseline's prose and cues. */
    Selection inOrderA() {
        return new Selection(a(), sequenceA, left::section, left.language());
    }

    /** The target's prose and cues. */
    Selection inOrderB() {
        return new Selection(b(), sequenceB, right::section, right.language());
    }

    /** Prose and cues that are not compared, for a reason. */
    Aligned notCompared(String reason) {
        return Aligned.not(sequenceA, sequenceB, reason);
    }

    /** The passage that stands for a bead: its first one, of the baseline where there is one. */
    Passage first(Bead bead) {
        return bead.baseline().isEmpty()
                ? b().get(bead.target().getFirst())
                : a().get(bead.baseline().getFirst());
    }

    PassageKind kind(Bead bead) {
        return first(bead).getKind();
    }

    private static List<Integer> indices(List<Passage> passages, boolean keyed) {
        return IntStream.range(0, passages.size())
                .filter(i -> isKeyed(passages.get(i)) == keyed)
                .boxed()
                .toList();
    }

    private static boolean isKeyed(Passage passage) {
        return passage.getKind() == PassageKind.ENTRY || passage.getKind() == PassageKind.FIELD;
    }
}
