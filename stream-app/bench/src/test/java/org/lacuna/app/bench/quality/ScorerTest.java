package org.lacuna.app.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.bench.texts.SubtitlePair;
import org.lacuna.app.compare.engine.Comparer;

class ScorerTest {

    private static final List<Link> GOLD = List.of(
            link(List.of(0), List.of(0)),
            link(List.of(1, 2), List.of(1)),
            link(List.of(3), List.of()),
            link(List.of(4), List.of(2)));

    @Test
    void theGoldItselfIsWhollyRight() {
        var scorer = new AlignmentScorer(GOLD, GOLD);

        assertThat(scorer.strict().f1()).isEqualTo(1);
        assertThat(scorer.lax().f1()).isEqualTo(1);
        assertThat(scorer.removed().f1()).isEqualTo(1);
    }

    @Test
    void aLinkThatIsHalfRightCountsForTheLaxScoreOnly() {
        var given = List.of(
                link(List.of(0), List.of(0)),
                link(List.of(1), List.of(1)),
                link(List.of(2, 3), List.of()),
                link(List.of(4), List.of(2)));

        var scorer = new AlignmentScorer(GOLD, given);

        // Five links are given, since lines 2 and 3 stand alone; 0, 3 and 4 are right.
        assertThat(scorer.strict()).isEqualTo(new Score(3, 5, 2, 3));
        assertThat(scorer.lax()).isEqualTo(new Score(4, 5, 3, 3));
        assertThat(scorer.removed()).isEqualTo(new Score(1, 2, 1, 1));
    }

    @Test
    void aLadderIsReadWithItsEmptySides() {
        assertThat(Ladder.read(List.of("[0]:[0]", "[1, 2]:[]", "")))
                .containsExactly(link(List.of(0), List.of(0)), link(List.of(1, 2), List.of()));
        assertThatThrownBy(() -> Ladder.read(List.of("0:0"))).hasMessageContaining("0:0");
    }

    @Test
    void afterADeletionTheNextLinesBelongToOneEarlier() {
        assertThat(Ladder.without(3, bits(1)))
                .containsExactly(
                        link(List.of(0), List.of(0)), link(List.of(1), List.of()), link(List.of(2), List.of(1)));
    }

    @Test
    void removedWordsAreFoundWhereTheyStand() {
        String baseline = "The ferry left the quay.\nNobody waved to the last_passenger's dog.\nThe lamps went out.";
        String target = "The ferry left the quay.\nThe lamps went out.";
        var scorer = new RemovedScorer(baseline, List.of(new RemovedScorer.Locus(true, 5, 7)));
        var collation = new Comparer().compare(Reading.prose(baseline, "en"), Reading.prose(target, "en"));

        var said = scorer.reported(collation, 3, false);

        assertThat(said).isEqualTo(bits(5, 6, 7, 8, 9, 10, 11));
        assertThat(scorer.score(said, 5)).isEqualTo(new Score(7, 7, 1, 1));
        assertThat(scorer.score(said, 8)).isEqualTo(new Score(7, 7, 0, 0));
    }

    @Test
    void theLongestCommonRunComesFirstAndThenThoseBesideIt() {
        var blocks = new LongestBlocks(List.of("a", "b", "x", "c", "d", "e"), List.of("a", "b", "c", "d", "e")).find();

        assertThat(blocks)
                .containsExactlyInAnyOrder(new LongestBlocks.Block(3, 2, 3), new LongestBlocks.Block(0, 0, 2));
    }

    @Test
    void nothingRightIsAnF1OfNothing() {
        assertThat(Score.of(bits(1), bits(2)).f1()).isZero();
        assertThat(new Score(0, 0, 0, 0).f1()).isNaN();
        assertThat(new Score(1, 2, 1, 1).f1()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void anAnswerThatReportsNothingFindsNothing() {
        var pair = SubtitlePair.of(new SubtitlePair.Release(2, 1, 0), 1);
        var alone = new Comparer().compare(pair.baseline(), pair.baseline());

        assertThat(CutScorer.removed(pair, alone).found()).isZero();
        assertThat(CutScorer.cuts(pair, alone)).isEqualTo(new Score(0, 0, 0, 2));
    }

    private static Link link(List<Integer> baseline, List<Integer> target) {
        return new Link(baseline, target);
    }

    private static BitSet bits(int... numbers) {
        var bits = new BitSet();
        for (int n : numbers) {
            bits.set(n);
        }
        return bits;
    }
}
