package org.lacuna.app.compare;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;

/**
 * A snapshot, whose sections are read from the shelf when they are asked for. Sections and passages count from 0, passages
 * over all sections. Immutable.
 */
final class Version {

    private final Snapshot snapshot;
    private final Function<SectionRef, List<Passage>> passages;
    private final int[] starts;

    /**
     * A version.
     *
     * @param snapshot the manifest
     * @param passages reads the passages of a section
     */
    Version(Snapshot snapshot, Function<SectionRef, List<Passage>> passages) {
        this.snapshot = snapshot;
        this.passages = passages;
        starts = new int[sections().size() + 1];
        for (int s = 0; s < sections().size(); s++) {
            starts[s + 1] = starts[s] + sections().get(s).getPassages();
        }
    }

    /** The manifest. */
    Snapshot snapshot() {
        return snapshot;
    }

    Release release() {
        return snapshot.getRelease();
    }

    boolean isOf(Release other) {
        return release().getId().equals(other.getId());
    }

    boolean absent() {
        return snapshot.getAvailability() == Availability.ABSENT;
    }

    /** The sections that the manifest names; none where the release is absent. */
    List<SectionRef> sections() {
        return snapshot.getSections();
    }

    /** All section numbers. */
    BitSet all() {
        var all = new BitSet();
        all.set(0, sections().size());
        return all;
    }

    /** Reads some of the sections. */
    Text text(BitSet chosen) {
        return new Text(
                release().getLanguage(),
                chosen.stream()
                        .mapToObj(section -> sections().get(section))
                        .map(this::text)
                        .toList());
    }

    /** Reads a section. */
    Text.Section text(SectionRef section) {
        return new Text.Section(section.getName(), passages.apply(section));
    }

    /** The first passage of a section; for the number of sections, the number of passages. */
    int start(int section) {
        return starts[section];
    }

    /** The numbers, in this version, of the passages of some sections, in the order of {@link #text(BitSet)}. */
    int[] numbers(BitSet chosen) {
        return chosen.stream()
                .flatMap(section -> IntStream.range(starts[section], starts[section + 1]))
                .toArray();
    }

    /** The section of a passage. */
    int sectionOf(int passage) {
        int next = Arrays.binarySearch(starts, passage + 1);
        int behind = next >= 0 ? next : -next - 1;
        while (starts[behind - 1] > passage) {
            behind--;
        }
        return behind - 1;
    }
}
