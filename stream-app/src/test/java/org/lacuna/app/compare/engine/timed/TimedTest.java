package org.lacuna.app.compare.engine.timed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

class TimedTest {

    private static final CueTexts OTHER_LANGUAGE = new RenderedCues();

    @Property(tries = 20)
    void anUncutReleaseHasNoCutAtAnySpeed(@ForAll @LongRange(min = 0, max = 9999) long seed) {
        double[] ratios = {1, 25.0 / 24, 24.0 / 25, 1.001, 25 / 23.976, 30.0 / 25};
        var recording = new Recording(seed);

        var aligned =
                align(recording, Recording.Edit.none().at(ratios[(int) (seed % ratios.length)], (int) (seed % 17) - 8));

        assertThat(aligned.cuts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aCutIsFoundWithItsLengthAndItsCues(long seed) {
        var recording = new Recording(seed);
        var cut = new Recording.Cut(1500 + seed * 300, 40);

        var aligned = align(recording, Recording.Edit.none().at(25.0 / 24, 3).cutting(cut));

        assertThat(aligned.cuts()).hasSize(1);
        var found = aligned.cuts().getFirst();
        assertThat((found.toMillis() - found.fromMillis()) / 1000.0).isCloseTo(40, within(1.0));
        assertThat(found.fromMillis() / 1000.0).isCloseTo(cut.from(), within(15.0));
        assertThat(found.passages()).containsAll(inner(recording, cut));
        assertThat(removed(aligned)).containsAll(found.passages());
    }

    @Test
    void severalCutsAddUp() {
        var recording = new Recording(11);
        var cuts = new Recording.Cut[] {
            new Recording.Cut(900, 8), new Recording.Cut(2500, 120), new Recording.Cut(5200, 15)
        };

        var aligned = align(recording, Recording.Edit.none().cutting(cuts));

        assertThat(aligned.cuts().stream().map(cut -> Math.round((cut.toMillis() - cut.fromMillis()) / 1000.0)))
                .containsExactly(8L, 120L, 15L);
    }

    @Test
    void aCutInWhichNoOneSpeaksIsFoundToo() {
        var recording = new Recording(5);
        var silence = longestSilence(recording.baseline());
        var cut = new Recording.Cut(silence[0] + 1, silence[1] - silence[0] - 2);

        var aligned = align(recording, Recording.Edit.none().cutting(cut));

        assertThat(recording.within(cut)).isEmpty();
        assertThat(aligned.cuts()).hasSize(1);
        assertThat(aligned.cuts().getFirst().passages()).isEmpty();
        assertThat((aligned.cuts().getFirst().toMillis()
                                - aligned.cuts().getFirst().fromMillis())
                        / 1000.0)
                .isCloseTo(cut.length(), within(1.0));
    }

    @Test
    void anInsertedSceneIsACutOfTheBaseline() {
        var recording = new Recording(21);
        var cut = new Recording.Cut(3000, 60);
        var whole = recording.baseline();
        var shorter = recording.target(Recording.Edit.none().cutting(cut));

        var aligned = Timed.align(shorter, whole, OTHER_LANGUAGE).orElseThrow();

        assertThat(aligned.cuts()).hasSize(1);
        assertThat(aligned.cuts().getFirst().inTarget()).isTrue();
    }

    @Test
    void theSpeedIsSaidAndIsNoDifference() {
        var aligned = align(new Recording(3), Recording.Edit.none().at(25.0 / 24, 0));

        assertThat(aligned.notes())
                .containsExactly(
                        "the target runs 4.2 % faster, as 25 frames a second instead of 24 would: no difference");
    }

    @Test
    void timesThatHaveNothingToDoWithEachOtherTellNothing() {
        var one = new Recording(31).baseline();
        var other = new Recording(32).baseline();

        assertThat(Timed.align(one, other, OTHER_LANGUAGE)).isEmpty();
    }

    @Test
    void everyCueIsInOneBead() {
        var recording = new Recording(41);
        var target = recording.target(Recording.Edit.none().cutting(new Recording.Cut(2000, 30)));

        var aligned = Timed.align(recording.baseline(), target, OTHER_LANGUAGE).orElseThrow();

        assertThat(aligned.beads().stream().flatMap(bead -> bead.baseline().stream()))
                .containsExactlyInAnyOrderElementsOf(recording.baseline().of());
        assertThat(aligned.beads().stream().flatMap(bead -> bead.target().stream()))
                .containsExactlyInAnyOrderElementsOf(target.of());
    }

    @Test
    void theWorkIsBounded() {
        var aligned = align(new Recording(51), Recording.Edit.none());

        assertThat(aligned.costs().beads()).isLessThan(4_000_000);
    }

    @Test
    void cuesOfOneTimeAndDaysLongOnesAreBounded() {
        var same = cues(
                IntStream.range(0, 5_000).mapToObj(i -> new long[] {1000, 2000}).toList());
        var endless = cues(IntStream.range(0, 200)
                .mapToObj(i -> new long[] {i * 1000L, 90_000_000L})
                .toList());

        assertThat(Timed.align(same, same, OTHER_LANGUAGE).map(Aligned::cuts).orElse(List.of()))
                .isEmpty();
        assertThat(Timed.align(endless, endless, OTHER_LANGUAGE)
                        .map(Aligned::cuts)
                        .orElse(List.of()))
                .isEmpty();
    }

    @Test
    void aFewCuesOrCuesWithoutTimesAreNotTimed() {
        assertThat(Timed.hasTimes(cues(List.of(new long[] {0, 1})))).isFalse();
        var untimed =
                new Selection(List.of(new Passage(PassageKind.CUE, "a", null, null, null)), List.of(0), i -> 0, "en");
        assertThat(Timed.hasTimes(untimed)).isFalse();
        assertThat(Timed.hasTimes(new Recording(1).baseline())).isTrue();
    }

    private static Aligned align(Recording recording, Recording.Edit edit) {
        return Timed.align(recording.baseline(), recording.target(edit), OTHER_LANGUAGE)
                .orElseThrow();
    }

    private static List<Integer> inner(Recording recording, Recording.Cut cut) {
        return recording.within(new Recording.Cut(cut.from() + 4, cut.length() - 8));
    }

    private static List<Integer> removed(Aligned aligned) {
        return aligned.beads().stream()
                .filter(bead -> bead.kind() == Bead.Kind.REMOVED)
                .flatMap(bead -> bead.baseline().stream())
                .toList();
    }

    /** The end of a cue and the start of the next one, in seconds, between which it is quiet longest. */
    private static double[] longestSilence(Selection cues) {
        double[] best = {0, 0};
        for (int i = 1; i < cues.all().size(); i++) {
            double from = cues.all().get(i - 1).getToMillis().orElseThrow() / 1000.0;
            double to = cues.all().get(i).getFromMillis().orElseThrow() / 1000.0;
            best = to - from > best[1] - best[0] ? new double[] {from, to} : best;
        }
        return best;
    }

    private static Selection cues(List<long[]> times) {
        var passages = new ArrayList<Passage>();
        for (long[] time : times) {
            passages.add(new Passage(PassageKind.CUE, "a", null, time[0], time[1]));
        }
        return new Selection(
                passages, IntStream.range(0, passages.size()).boxed().toList(), i -> 0, "en");
    }
}
