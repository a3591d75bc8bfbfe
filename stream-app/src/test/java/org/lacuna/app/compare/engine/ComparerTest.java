package org.lacuna.app.compare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.app.compare.engine.Texts.cue;
import static org.lacuna.app.compare.engine.Texts.entry;
import static org.lacuna.app.compare.engine.Texts.field;
import static org.lacuna.app.compare.engine.Texts.prose;
import static org.lacuna.app.compare.engine.Texts.text;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.ChangeKind;

class ComparerTest {

    private static final String BEACH = "The children ran along the beach until the lamps were lit.";
    private static final String MARCH = "In June the students had marched to the square and would not go home.";
    private static final String BREAD = "Her mother baked bread and never spoke about that summer again.";

    private final Comparer comparer = new Comparer();

    private List<ChangeKind> kinds(Text a, Text b) {
        return comparer.compare(a, b).differences().stream()
                .map(Difference::kind)
                .toList();
    }

    @Test
    void missingSentenceIsRemovedWithItsNeighbours() {
        Difference d = comparer.compare(prose("en", BEACH, MARCH, BREAD), prose("en", BEACH, BREAD))
                .differences()
                .getFirst();
        assertThat(d.kind()).isEqualTo(ChangeKind.REMOVED);
        assertThat(d.baseline().orElseThrow().getText()).isEqualTo(MARCH);
        assertThat(d.baseline().orElseThrow().getPassages()).containsExactly(1);
        assertThat(d.target()).isEmpty();
        assertThat(d.before()).isEqualTo(BEACH);
        assertThat(d.after()).isEqualTo(BREAD);
    }

    @Test
    void neighbouringRemovalsAreOneDifference() {
        var found = comparer.compare(
                prose("en", BEACH, MARCH, "", BREAD, "The end came."), prose("en", BEACH, "The end came."));
        assertThat(found.differences()).hasSize(1);
        assertThat(found.differences().getFirst().baseline().orElseThrow().getPassages())
                .containsExactly(1, 3);
    }

    @Test
    void sentenceThatLosesAClauseIsShortened() {
        assertThat(kinds(
                        prose("en", BEACH, MARCH, BREAD),
                        prose("en", BEACH, "In June the students had marched.", BREAD)))
                .containsExactly(ChangeKind.SHORTENED);
    }

    @Test
    void replacedWordsAreAltered() {
        assertThat(kinds(
                        prose("en", BEACH, MARCH, BREAD),
                        prose(
                                "en",
                                BEACH,
                                "In June the visitors had strolled to the market and would not go home.",
                                BREAD)))
                .containsExactly(ChangeKind.ALTERED);
    }

    @Test
    void splittingAndMergingPassagesIsNoDifference() {
        Text whole = prose("en", BEACH + " " + MARCH, BREAD);
        Text split = prose("en", BEACH, MARCH, BREAD);
        assertThat(kinds(whole, split)).isEmpty();
        assertThat(kinds(split, whole)).isEmpty();
        assertThat(comparer.compare(whole, split).alignment())
                .contains(new Bead(List.of(0), List.of(0, 1), Bead.Kind.SAME));
    }

    @Test
    void movedPassageIsNotMissing() {
        assertThat(kinds(
                        prose("en", BEACH, MARCH, BREAD, "And so on it went."),
                        prose("en", MARCH, BREAD, "And so on it went.", BEACH)))
                .containsExactly(ChangeKind.MOVED);
    }

    @Test
    void spellingAndChapterNumbersAreNoDifference() {
        assertThat(kinds(
                        prose("en", "CHAPTER IV.", "The grey harbour.", BEACH),
                        prose("en", "Chapter 7", "The gray harbor.", BEACH)))
                .isEmpty();
        assertThat(kinds(prose("zh-Hans", "第四章", "他们在广场上唱歌，直到天亮。"), prose("zh-Hant", "第十二章", "他們在廣場上唱歌，直到天亮。")))
                .isEmpty();
    }

    @Test
    void missingChineseSentenceIsFoundAcrossScripts() {
        Text taiwan = prose("zh-Hant", "孩子們沿著海灘奔跑。", "那年六月學生們走上了廣場。", "母親再也沒有提起那個夏天。");
        Text mainland = prose("zh-Hans", "孩子们沿着海滩奔跑。", "母亲再也没有提起那个夏天。");
        var found = comparer.compare(taiwan, mainland).differences();
        assertThat(found).extracting(Difference::kind).containsExactly(ChangeKind.REMOVED);
        assertThat(found.getFirst().baseline().orElseThrow().getText()).isEqualTo("那年六月學生們走上了廣場。");
    }

    @Test
    void entriesAreComparedByKeyNotByPlace() {
        Text a = text(
                "en",
                List.of(
                        entry("map", "The disputed islands are shown"),
                        entry("ok", "Yes"),
                        entry("old", "Press any key to go on"),
                        entry("gone", "Free the prisoners")));
        Text b = text(
                "en",
                List.of(
                        entry("ok", "Yes"),
                        entry("new", "Press any key to go on"),
                        entry("map", "The islands are shown")));
        assertThat(kinds(a, b)).containsExactly(ChangeKind.SHORTENED, ChangeKind.REMOVED);
    }

    @Test
    void palTransferIsNoDifferenceOfRuntime() {
        Text cinema = text("en", List.of(field("runtime", "PT2H")));
        assertThat(kinds(cinema, text("zh-Hans", List.of(field("runtime", "PT1H55M")))))
                .isEmpty();
        assertThat(kinds(cinema, text("en", List.of(field("runtime", "PT2H30S")))))
                .isEmpty();
        assertThat(kinds(cinema, text("zh-Hans", List.of(field("runtime", "PT1H40M")))))
                .containsExactly(ChangeKind.FIELD_CHANGED);
    }

    @Test
    void cuesAtAnotherSpeedAreTheSameAndARemovalKeepsItsTimes() {
        Text a = text("en", List.of(cue(1000, 2000, BEACH), cue(3000, 4000, MARCH), cue(5000, 6000, BREAD)));
        Text b = text("en", List.of(cue(960, 1920, BEACH), cue(4800, 5760, BREAD)));
        var found = comparer.compare(a, b).differences();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().baseline().orElseThrow().getFromMillis()).contains(3000L);
        assertThat(found.getFirst().baseline().orElseThrow().getToMillis()).contains(4000L);
    }

    @Test
    void aTranslationIsNoDifference() {
        var found = comparer.compare(prose("en", BEACH), prose("zh-Hans", "孩子们沿着海滩奔跑。"));
        assertThat(found.notCompared()).isEmpty();
        assertThat(found.differences()).isEmpty();
        assertThat(found.alignment()).hasSize(1);
    }

    @Test
    void emptySideIsSaidNotDiffed() {
        var found = comparer.compare(prose("en", BEACH, MARCH), prose("en"));
        assertThat(found.notCompared()).contains("the target has no text");
        assertThat(found.differences()).isEmpty();
    }

    @Test
    void idStaysWhenOtherPassagesChange() {
        String id = comparer.compare(prose("en", BEACH, MARCH, BREAD), prose("en", BEACH, BREAD))
                .differences()
                .getFirst()
                .id();
        String later = comparer
                .compare(prose("en", "A new start.", BEACH, MARCH, BREAD), prose("en", BEACH, BREAD + " Amen."))
                .differences()
                .stream()
                .filter(d -> d.kind() == ChangeKind.REMOVED)
                .filter(d -> d.baseline().orElseThrow().getText().equals(MARCH))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(later).isEqualTo(id);
    }

    @Test
    void repeatsWithoutEndStayBounded() {
        List<String> many = Collections.nCopies(100_000, "the same line again");
        var found = comparer.compare(prose("en", many), prose("en", many.subList(0, 90_000)));
        assertThat(found.alignment().stream().filter(bead -> bead.kind() == Bead.Kind.REMOVED))
                .hasSize(10_000);
        // Where the end is missing, that is one event, and a record holds only the start of its text.
        assertThat(found.differences()).hasSize(1);
        assertThat(found.differences()
                        .getFirst()
                        .baseline()
                        .orElseThrow()
                        .getText()
                        .length())
                .isLessThanOrEqualTo(64 * 1024);
        assertThat(found.costs().cells()).isLessThan(100_000_000);
    }

    @Test
    void aSideInAnotherLanguageThanItBearsIsSaidAndNotCompared() {
        var english = IntStream.range(0, 12)
                .mapToObj(i -> "The ferry left the quay at night and nobody waved, chapter " + i + ".")
                .toList();
        var chinese = IntStream.range(0, 12)
                .mapToObj(i -> "渡船在夜里离开了码头，没有人挥手，第" + i + "章。")
                .toList();

        var collation = new Comparer().compare(Texts.prose("zh-Hans", chinese), Texts.prose("zh-Hans", english));

        assertThat(collation.notCompared())
                .contains("the target is said to be in the language zh-Hans, but it is written in the Latin alphabet");
        assertThat(collation.differences()).isEmpty();
    }
}
