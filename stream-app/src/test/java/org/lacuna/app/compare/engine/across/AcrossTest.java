package org.lacuna.app.compare.engine.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.app.lexicon.WordList;

class AcrossTest {

    private final Across across =
            new Across(WordList.none(), new ConceptLosses(new Matcher(Lexicon.shipped()), WordList.none()));

    @Test
    void aRenderingIsFoundSentenceBySentenceWithoutAnyDictionary() {
        var text = TwoTongues.of(1, 400);

        var aligned = align(text);

        long right = aligned.beads().stream()
                .filter(bead -> bead.kind() == Bead.Kind.SAME)
                .filter(bead -> renders(text, bead))
                .count();
        assertThat(right).isGreaterThan((long) (0.95 * text.theirs().size()));
        assertThat(aligned.beads()).noneMatch(bead -> bead.kind() == Bead.Kind.REMOVED && bead.confidence() > 0.5);
    }

    @Test
    void everyPassageIsInOneBead() {
        var text = TwoTongues.of(2, 150);

        var aligned = align(text);

        assertThat(aligned.beads().stream().flatMap(bead -> bead.baseline().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, text.ours().size()).boxed().toList());
        assertThat(aligned.beads().stream().flatMap(bead -> bead.target().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, text.theirs().size()).boxed().toList());
    }

    @Test
    void aScreenfulThatIsNotRenderedIsMissing() {
        var text = TwoTongues.of(3, 300).without(120, 130);

        var missing = new TreeSet<Integer>();
        align(text).beads().stream()
                .filter(bead -> bead.kind() == Bead.Kind.REMOVED && bead.confidence() >= 0.5)
                .forEach(bead -> missing.addAll(bead.baseline()));

        assertThat(missing).containsAll(IntStream.range(121, 129).boxed().toList());
        assertThat(missing).allMatch(i -> i >= 117 && i < 133);
    }

    @Test
    void theSameTextsGiveTheSameAnswer() {
        var text = TwoTongues.of(4, 120);

        assertThat(align(text)).isEqualTo(align(text));
    }

    @Test
    void textsThatDoNotTellTheSameAreNotCompared() {
        var one = TwoTongues.of(5, 120);
        var other = TwoTongues.of(6, 120);
        var strangers = new TwoTongues(
                one.ours(),
                other.theirs().stream().map(s -> s.replace('o', 'u')).toList(),
                other.from(),
                other.to());

        assertThat(align(strangers).notCompared())
                .hasValueSatisfying(why -> assertThat(why).contains("do not seem to tell the same"));
    }

    @Test
    void theBandKeepsTheWorkNearLinear() {
        long some = align(TwoTongues.of(7, 400)).costs().beads();
        long many = align(TwoTongues.of(7, 1_600)).costs().beads();

        // A full table would take sixteen times the cells.
        assertThat(many).isLessThan(8 * some);
    }

    @Test
    void blankPassagesArePairedAndNeverADifference() {
        var ours = List.of("The ferry left the quay.", "", "Nobody waved.", " ");
        var theirs = List.of("渡船离开了码头。", "", "没有人挥手。");

        var aligned = across.align(TwoTongues.selection(ours, "en"), TwoTongues.selection(theirs, "zh-Hans"));

        assertThat(aligned.beads()).contains(new Bead(List.of(1), List.of(1), Bead.Kind.SAME));
        assertThat(aligned.beads()).contains(new Bead(List.of(3), List.of(), Bead.Kind.SAME));
        assertThat(aligned.beads()).noneMatch(bead -> bead.kind() == Bead.Kind.REMOVED);
    }

    @Test
    void anEmptySideIsSaid() {
        var aligned = across.align(
                TwoTongues.selection(List.of("The ferry left."), "en"), TwoTongues.selection(List.of(""), "zh-Hans"));

        assertThat(aligned.notCompared()).contains("the target has no text");
    }

    @Test
    void aConceptThatTheRenderingNoLongerNamesIsLost() {
        var text = TwoTongues.of(8, 200);
        var ours = new ArrayList<>(text.ours());
        ours.set(100, "They still speak of the Tiananmen Square massacre, " + ours.get(100));

        var aligned = across.align(TwoTongues.selection(ours, "en"), TwoTongues.selection(text.theirs(), "zh-Hans"));

        var lost = aligned.beads().stream()
                .filter(bead -> bead.kind() == Bead.Kind.CONCEPT_LOST)
                .toList();
        assertThat(lost).hasSize(1);
        assertThat(lost.getFirst().baseline()).contains(100);
        assertThat(aligned.details().get(lost.getFirst()).concepts()).containsExactly("tiananmen-1989");
    }

    @Test
    void aConceptThatStandsInTheNextSentenceOfTheRenderingIsNotLost() {
        var text = TwoTongues.of(9, 200);
        var ours = new ArrayList<>(text.ours());
        var theirs = new ArrayList<>(text.theirs());
        ours.set(100, "They still speak of the Tiananmen Square massacre, " + ours.get(100));
        int there = IntStream.range(0, theirs.size())
                .filter(j -> text.from().get(j) > 100)
                .findFirst()
                .orElseThrow();
        theirs.set(there, "天安门屠杀" + theirs.get(there));

        var aligned = across.align(TwoTongues.selection(ours, "en"), TwoTongues.selection(theirs, "zh-Hans"));

        assertThat(aligned.beads()).noneMatch(bead -> bead.kind() == Bead.Kind.CONCEPT_LOST);
    }

    private Aligned align(TwoTongues text) {
        return across.align(TwoTongues.selection(text.ours(), "en"), TwoTongues.selection(text.theirs(), "zh-Hans"));
    }

    private static boolean renders(TwoTongues text, Bead bead) {
        return bead.target().size() == 1
                && bead.baseline()
                        .getFirst()
                        .equals(text.from().get(bead.target().getFirst()))
                && bead.baseline().getLast() + 1 == text.to().get(bead.target().getFirst());
    }
}
