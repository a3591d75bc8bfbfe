package org.lacuna.app.bench.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

class BenchGeneratorTest {

    private static final Editions.Revision CUT_ONLY = new Editions.Revision(6, 0, 0);

    @Test
    void theSameSeedWritesTheSameAndAnotherDoesNot() {
        var revision = new Editions.Revision(5, 2, 0.05);

        assertThat(Editions.of(false, 20_000, revision, 1)).isEqualTo(Editions.of(false, 20_000, revision, 1));
        assertThat(Editions.of(false, 20_000, revision, 2)).isNotEqualTo(Editions.of(false, 20_000, revision, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsLeftOfTheBaselineWithoutTheRemovedTokensIsTheTarget(boolean chinese) {
        var editions = Editions.of(chinese, 40_000, CUT_ONLY, 3);
        var vocabulary = new Vocabulary();
        int[] baseline = tokens(editions.baseline(), editions.language(), vocabulary);
        int[] target = tokens(editions.target(), editions.language(), vocabulary);

        var kept = new ArrayList<Integer>();
        for (int i = 0; i < baseline.length; i++) {
            if (!editions.removed().get(i)) {
                kept.add(baseline[i]);
            }
        }

        assertThat(baseline).hasSize(editions.tokens());
        assertThat(editions.removed().cardinality()).isPositive();
        assertThat(kept.stream().mapToInt(Integer::intValue).toArray()).isEqualTo(target);
    }

    @Test
    void aMovedBlockIsStillThereButElsewhere() {
        var editions = Editions.of(false, 40_000, new Editions.Revision(0, 3, 0), 4);

        var baseline = sentences(editions.baseline());
        var target = sentences(editions.target());

        assertThat(target).containsExactlyInAnyOrderElementsOf(baseline).isNotEqualTo(baseline);
    }

    @Test
    void asManyWordsAreRevisedAsAsked() {
        var editions = Editions.of(false, 200_000, new Editions.Revision(0, 0, 0.05), 5);
        var before = sentences(editions.baseline());
        var after = sentences(editions.target());

        long words = 0;
        long same = 0;
        for (int s = 0; s < before.size(); s++) {
            Map<String, Integer> left = new HashMap<>();
            for (String word : before.get(s).split(" ", -1)) {
                left.merge(bare(word), 1, Integer::sum);
                words++;
            }
            for (String word : after.get(s).split(" ", -1)) {
                same += left.merge(bare(word), -1, Integer::sum) >= 0 ? 1 : 0;
            }
        }

        assertThat(1 - (double) same / words).isBetween(0.03, 0.06);
    }

    @Test
    void aFewWordsComeVeryOftenAndMostSeldom() {
        var random = new SplittableRandom(6);
        var tongue = Tongue.english(2_000, random);

        long amongTen = random.ints(10_000, 0, 1)
                .map(zero -> tongue.draw(random))
                .filter(rank -> rank < 10)
                .count();

        assertThat(amongTen).isBetween(1_800L, 3_200L);
    }

    @Test
    void everySentenceOfATranslationHasItsPlaceInTheGold() {
        var book = Bilingual.of(300, 7);

        assertThat(book.gold().stream().flatMap(link -> link.baseline().stream()))
                .containsExactlyElementsOf(numbers(book.baseline().size()));
        assertThat(book.gold().stream().flatMap(link -> link.target().stream()))
                .containsExactlyElementsOf(numbers(book.target().size()));
        assertThat(book.gold()).anyMatch(link -> link.target().isEmpty());
        assertThat(book.gold()).anyMatch(link -> link.baseline().size() > 1);
        assertThat(book.gold()).anyMatch(link -> link.target().size() > 1);
    }

    @Test
    void noCueOfAStretchThatWasCutIsKept() {
        var pair = SubtitlePair.of(new SubtitlePair.Release(4, 1, 0), 8);
        var cues = pair.baseline().passages();

        assertThat(pair.cuts()).hasSize(4);
        for (int i = 0; i < cues.size(); i++) {
            double from = cues.get(i).getFromMillis().orElseThrow() / 1000.0;
            if (pair.cuts().stream().anyMatch(cut -> from >= cut.from() && from < cut.from() + cut.length())) {
                assertThat(pair.removed().get(i)).isTrue();
            }
        }
    }

    private static List<Integer> numbers(int upTo) {
        return IntStream.range(0, upTo).boxed().toList();
    }

    private static int[] tokens(String text, String language, Vocabulary vocabulary) {
        return Tokens.of(Reading.prose(text, language).passages(), new Normaliser(vocabulary), vocabulary).ids;
    }

    private static List<String> sentences(String text) {
        return List.of(text.strip().split("(?<=\\.)\\s+"));
    }

    private static String bare(String word) {
        return word.replaceAll("[.,]", "").toLowerCase(Locale.ROOT);
    }
}
