package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

class RevisionsTest {

    @Test
    void aRewrittenPassageSharesTellingWordsWithItsCounterpart() {
        assertThat(between(
                        List.of("The prisoner signed the confession before the assembled magistrates at midnight."),
                        List.of(
                                "A choir of little girls sang for the visiting minister and his family all evening.",
                                "At midnight the prisoner put his name to a confession written by the magistrates.")))
                .containsExactly("ADDED [] [0]", "ALTERED [0] [1]");
    }

    @Test
    void passagesThatShareNothingAreMissingAndAdded() {
        assertThat(between(
                        List.of(
                                "The prisoner signed the confession before the assembled magistrates at midnight today."),
                        List.of("A choir of little girls sang for the visiting minister and his family all evening.")))
                .containsExactly("REMOVED [0] []", "ADDED [] [0]");
    }

    @Test
    void twoShortLinesAloneStandForEachOther() {
        assertThat(between(List.of("Oak plank"), List.of("Pine board"))).containsExactly("ALTERED [0] [0]");
    }

    @Test
    void whereNoSpacesDivideWordsPairsOfCharactersTell() {
        assertThat(between(List.of("法官在午夜宣读了犯人的供词,整个大厅一片寂静,没有人敢说话。"), List.of("午夜时分,法官把犯人的供词念了一遍,大厅里没有人敢出声。")))
                .containsExactly("ALTERED [0] [0]");
    }

    private static List<String> between(List<String> baseline, List<String> target) {
        var vocabulary = new Vocabulary();
        var normaliser = new Normaliser(vocabulary);
        var revisions = new Revisions(
                tokens(baseline, normaliser, vocabulary), tokens(target, normaliser, vocabulary), vocabulary);
        return revisions.between(numbers(baseline), numbers(target)).stream()
                .map(RevisionsTest::shown)
                .toList();
    }

    private static String shown(Bead bead) {
        return bead.kind() + " " + bead.baseline() + " " + bead.target();
    }

    private static List<Integer> numbers(List<String> passages) {
        return IntStream.range(0, passages.size()).boxed().toList();
    }

    private static Tokens tokens(List<String> texts, Normaliser normaliser, Vocabulary vocabulary) {
        return Tokens.of(
                texts.stream()
                        .map(text -> new Passage(PassageKind.PROSE, text, null, null, null))
                        .toList(),
                normaliser,
                vocabulary);
    }
}
