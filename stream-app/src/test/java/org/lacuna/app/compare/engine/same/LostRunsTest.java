package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

class LostRunsTest {

    @Test
    void aClauseThatWentIsTheRunOfItsWords() {
        assertThat(lost(
                        "She said, when the lamps were out, that nobody would come.",
                        "She said that nobody would come."))
                .containsExactly("when the lamps were out");
    }

    @Test
    void aRewordedClauseIsNoLoss() {
        assertThat(lost("She said that the grey horse had bolted.", "She said that a brown mare had got away."))
                .isEmpty();
    }

    @Test
    void aStrayWordWithinALossDoesNotEndIt() {
        assertThat(lost(
                        "It rained. He spoke of the long winter and of all the people who had died in the east. We left.",
                        "It rained. And we left."))
                .hasSize(1);
    }

    @Test
    void aLossMayBeginInOneSentenceAndEndInAnother() {
        assertThat(lost(
                        List.of(
                                "The gate was blue and it had never been shut at night.",
                                "Boats came. He knew each of them."),
                        List.of("The gate was blue.", "He knew each of them.")))
                .containsExactly("and it had never been shut at night Boats came");
    }

    @Test
    void wordsThatCouldBeEitherOfTwoAreThoseOfTheWholePassage() {
        assertThat(lost(
                        List.of(
                                "The bell rang over the bay.",
                                "A child waved from over the bay.",
                                "Then it was night."),
                        List.of("The bell rang over the bay.", "Then it was night.")))
                .containsExactly("A child waved from over the bay");
    }

    private static List<String> lost(String one, String other) {
        return lost(List.of(one), List.of(other));
    }

    private static List<String> lost(List<String> ours, List<String> theirs) {
        var vocabulary = new Vocabulary();
        var normaliser = new Normaliser(vocabulary);
        Selection left = selection(ours);
        Tokens a = Sequence.tokens(left, normaliser, vocabulary);
        Tokens b = Sequence.tokens(selection(theirs), normaliser, vocabulary);
        Matching m = Anchors.align(a.ids, b.ids);
        return LostRuns.of(a, b, m, new boolean[a.passages()], new boolean[b.passages()], new boolean[a.passages()])
                .stream()
                .map(run -> words(a, ours, run))
                .toList();
    }

    private static String words(Tokens a, List<String> passages, LostRuns.Run run) {
        return String.join(
                " ",
                IntStream.range(run.from(), run.to())
                        .mapToObj(t -> passages.get(a.owner[t]).substring(a.from[t], a.to[t]))
                        .toList());
    }

    private static Selection selection(List<String> texts) {
        var passages = texts.stream()
                .map(text -> new Passage(PassageKind.PROSE, text, null, null, null))
                .toList();
        return new Selection(
                passages, IntStream.range(0, passages.size()).boxed().toList(), i -> 0, "en");
    }

    @Test
    void tokensKnowWhereTheyStandInTheText() {
        var vocabulary = new Vocabulary();
        Tokens tokens = Sequence.tokens(
                selection(List.of("“Ça  va”, dit-il.", "他用的是軟體。")), new Normaliser(vocabulary), vocabulary);

        assertThat(Arrays.copyOfRange(tokens.from, 0, 3)).containsExactly(1, 5, 10);
        assertThat(tokens.to[2]).isEqualTo(16);
        // A word of another region has the place of the whole word.
        assertThat(tokens.from[tokens.ids.length - 1]).isEqualTo(4);
        assertThat(tokens.to[tokens.ids.length - 1]).isEqualTo(6);
    }
}
