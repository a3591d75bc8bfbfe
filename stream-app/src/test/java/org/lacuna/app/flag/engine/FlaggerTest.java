package org.lacuna.app.flag.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Medium;
import org.lacuna.schema.TopicMatch;
import org.lacuna.schema.WitnessState;

class FlaggerTest {
    private static final String SQUARE = "My father was there on the night of the Tiananmen massacre.";
    private static final String GHOST = "The ghost walked through the haunted house.";

    private final Flagger flagger = new Flagger(Lexicon.shipped(), Annotator.none());

    @Test
    void lostPoliticalConceptInOneMarketOnlyReachesLevelThreeAndNoHigher() {
        var reading = removed(SQUARE, "TW PRESENT", "US PRESENT", "GB PRESENT", "JP PRESENT");
        assertThat(reading.level()).isEqualTo(3);
        assertThat(reading.findingClass()).isEqualTo(FindingClass.P);
        assertThat(reading.topics().stream().map(TopicMatch::getId)).containsExactly("tiananmen-1989");
        assertThat(reading.topics().getFirst().getTerms()).containsExactly("Tiananmen massacre");
    }

    @Test
    void textReadInPartSaysSoAndWhatStandsBeyondIsKept() {
        var yaml = "- {id: a, label: A, class: P, en: [x], zh-Hans: [y], zh-Hant: [z],"
                + " ambiguous: [{form: 民主, not-in: [民主楼]}]}";
        Annotator head = (text, language) ->
                new Analysis.Read(List.of(new Analysis.Word(0, 4), new Analysis.Word(4, 9)), List.of(), 3);
        var reading = new Flagger(Lexicon.read(Map.of("small.yaml", yaml)), head)
                .flag(Edit.of(
                        "c1",
                        ChangeKind.REMOVED,
                        Medium.BOOK,
                        "zh-Hans",
                        Optional.of("每个公民主张自由"),
                        Optional.empty(),
                        "",
                        List.of()))
                .orElseThrow();
        assertThat(reading.evidence())
                .extracting(Evidence::getSays)
                .contains("Analysed in part: the first 3 characters.");
    }

    @Test
    void megabyteFullOfTopicsWithoutASentenceBreakIsStillReported() {
        var text = "we spoke of June Fourth and the incident and a gay ghost and blood ".repeat(16_000);
        var edit = Edit.of(
                "c1",
                ChangeKind.ALTERED,
                Medium.BOOK,
                "en",
                Optional.of(text),
                Optional.of("we spoke of the incident ".repeat(40_000)),
                "",
                List.of());
        assertThat(flagger.flag(edit).orElseThrow().topics())
                .extracting(TopicMatch::getId)
                .contains("tiananmen-1989", "lgbtq");
    }

    @Test
    void baselineAndOneControlReachLevelTwoOnly() {
        assertThat(removed(SQUARE, "CN MISSING", "TW PRESENT").level()).isEqualTo(2);
    }

    @Test
    void twoReleasesOfOneMarketAreOneControl() {
        assertThat(removed(SQUARE, "TW PRESENT", "TW PRESENT").level()).isEqualTo(2);
        assertThat(removed(SQUARE, "GLOBAL PRESENT", "GLOBAL PRESENT").level()).isEqualTo(1);
    }

    @Test
    void withoutControlsTheLevelIsOneAndTheDataInsufficient() {
        var reading = removed(SQUARE);
        assertThat(reading.level()).isEqualTo(1);
        assertThat(reading.rule()).isEqualTo("insufficient-data");
        assertThat(reading.statement()).contains("Insufficient data");
    }

    @Test
    void unknownWitnessIsNoControl() {
        assertThat(removed(SQUARE, "TW UNKNOWN", "US UNKNOWN").level()).isEqualTo(1);
    }

    @Test
    void cutThatEveryControlSharesStaysAtLevelOneAndScoresLow() {
        var everywhere = removed(GHOST, "US MISSING", "GB MISSING", "IN MISSING");
        assertThat(everywhere.level()).isEqualTo(1);
        assertThat(everywhere.score()).isLessThan(0.1);
        assertThat(everywhere.alternatives().getFirst()).contains("rating");
    }

    @Test
    void sameCutInAnUnrelatedMarketForbidsLevelThree() {
        assertThat(removed(SQUARE, "US PRESENT", "GB PRESENT", "IN MISSING").level())
                .isEqualTo(2);
        assertThat(removed(SQUARE, "US PRESENT", "GB PRESENT", "HK MISSING").level())
                .isEqualTo(3);
    }

    @Test
    void moralTopicNeverPrintsAsPolitical() {
        for (String text :
                List.of(GHOST, "Two gay men kissed.", "Blood and skulls everywhere.", "They had sex in a casino.")) {
            assertThat(removed(text, "TW PRESENT", "US PRESENT", "GB PRESENT").findingClass())
                    .as(text)
                    .isEqualTo(FindingClass.M);
        }
        // A routine word of the genre does not turn gore into politics.
        assertThat(removed("Blood ran as they killed the policeman.", "US PRESENT")
                        .findingClass())
                .isEqualTo(FindingClass.X);
    }

    @Test
    void technicalExplanationHoldsTheLevelAtOne() {
        var edit = with(edit(ChangeKind.REMOVED, SQUARE, null, "US PRESENT", "GB PRESENT"), List.of("redesign"));
        var reading = flagger.flag(edit).orElseThrow();
        assertThat(reading.level()).isEqualTo(1);
        assertThat(reading.score()).isLessThan(0.5);
        assertThat(reading.alternatives().getFirst()).contains("technical");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The colour of the sea was grey that morning.|The color of the sea was gray that morning.",
                "She walked slowly to the door.|She went slowly to the door.",
                "天安门广场的六四事件|天安門廣場的六四事件",
                "他们说六四事件|他们谈论八九民运",
                "The Tiananmen massacre began.|The Tiananmen Square massacre then began.",
                "He flew from China to India.|He flew from India to Russia."
            })
    void ordinaryEditIsNoFinding(String before, String after) {
        assertThat(flagger.flag(edit(ChangeKind.ALTERED, before, after, "TW PRESENT", "US PRESENT")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT1H40M,PT1H36M", "PT1H40M,PT1H39M", "100 min,96 min", "PT1H40M,PT1H50M"})
    void palSpeedUpRoundingAndLongerVersionAreNoFinding(String before, String after) {
        assertThat(flagger.flag(runtime(before, after))).isEmpty();
    }

    @Test
    void shorterRunningTimeAloneIsAtMostLevelOneAndNeverPolitical() {
        var reading = flagger.flag(runtime("PT2H19M", "PT2H7M")).orElseThrow();
        assertThat(reading.level()).isLessThanOrEqualTo(1);
        assertThat(reading.findingClass()).isIn(FindingClass.C, FindingClass.X);
        assertThat(reading.statement()).contains("127 minutes instead of 139");
    }

    @Test
    void missingReleaseIsNotByItselfASign() {
        var reading = flagger.flag(
                        edit(ChangeKind.WITHHELD, "A film about the Dalai Lama", null, "US PRESENT", "GB PRESENT"))
                .orElseThrow();
        assertThat(reading.findingClass()).isEqualTo(FindingClass.X);
        assertThat(reading.level()).isLessThanOrEqualTo(1);
        assertThat(reading.statement()).contains("a missing release is not by itself");
    }

    @Test
    void vaguerWordInsteadOfTheNameIsEvidence() {
        var reading = flagger.flag(edit(
                        ChangeKind.ALTERED,
                        "He wrote of the June Fourth protests.",
                        "He wrote of the political turmoil.",
                        "US PRESENT",
                        "TW PRESENT"))
                .orElseThrow();
        assertThat(reading.level()).isEqualTo(3);
        assertThat(features(reading)).contains("f4-vaguer");
        assertThat(flagger.flag(edit(
                                ChangeKind.ALTERED,
                                "He thanked every gay man.",
                                "He thanked every special group.",
                                "US PRESENT"))
                        .orElseThrow()
                        .findingClass())
                .isEqualTo(FindingClass.M);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Following his lead, the police rapidly uncovered the plan and arrested all of the gang.|en",
                "警方迅速查明了整个计划，并逮捕了所有罪犯。|zh-Hans",
                "警方迅速查明了整個計畫，並逮捕了所有罪犯。|zh-Hant"
            })
    void addedCaptionThatLetsTheStateWinIsPolitical(String caption, String language) {
        var reading = flagger.flag(Edit.of(
                        "c1",
                        ChangeKind.ADDED,
                        Medium.FILM,
                        language,
                        Optional.empty(),
                        Optional.of(caption),
                        "",
                        witnesses("US MISSING", "TW MISSING")))
                .orElseThrow();
        assertThat(reading.findingClass()).isEqualTo(FindingClass.P);
        assertThat(reading.level()).isEqualTo(2);
        assertThat(reading.topics().getFirst().getId()).isEqualTo("police-army-defeated");
    }

    @Test
    void editForAnotherStateIsNeverPrintedAsChinaPolitical() {
        var base = edit(ChangeKind.REMOVED, SQUARE, null, "US PRESENT", "GB PRESENT", "FR PRESENT");
        var reading = flagger.flag(new Edit(
                        base.id(),
                        base.kind(),
                        base.medium(),
                        base.language(),
                        base.baseline(),
                        base.target(),
                        base.context(),
                        base.witnesses(),
                        false,
                        Optional.empty(),
                        List.of(),
                        "GLOBAL",
                        "DE"))
                .orElseThrow();
        assertThat(reading.findingClass()).isEqualTo(FindingClass.X);
        assertThat(reading.level()).isLessThanOrEqualTo(2);
    }

    @Test
    void globalEditShowsAgainstItsEarlierVersionOnly() {
        var base = edit(ChangeKind.REMOVED, SQUARE, null, "US MISSING", "GB MISSING");
        var reading = flagger.flag(new Edit(
                        base.id(),
                        base.kind(),
                        base.medium(),
                        base.language(),
                        base.baseline(),
                        base.target(),
                        base.context(),
                        base.witnesses(),
                        true,
                        Optional.empty(),
                        List.of(),
                        "GLOBAL",
                        "GLOBAL"))
                .orElseThrow();
        assertThat(reading.level()).isEqualTo(2);
        assertThat(reading.rule()).isEqualTo("earlier-version");
    }

    @ParameterizedTest
    @CsvSource({"India,Indian", "Russia,Russian", "Germany,German", "Freedonia,Freedonian"})
    void swappingTheNationMovesNothing(String country, String people) {
        for (String text : List.of(
                "The Chinese hackers from China struck at dawn.",
                "Blood ran where the Chinese soldiers of China fell.",
                "In China the June Fourth victims were Chinese students.")) {
            var swapped = text.replace("Chinese", people).replace("China", country);
            var one = flagger.flag(edit(ChangeKind.REMOVED, text, null, "US PRESENT", "GB PRESENT"));
            var other = flagger.flag(edit(ChangeKind.REMOVED, swapped, null, "US PRESENT", "GB PRESENT"));
            assertThat(other.map(Reading::score)).isEqualTo(one.map(Reading::score));
            assertThat(other.map(Reading::level)).isEqualTo(one.map(Reading::level));
            assertThat(other.map(Reading::findingClass)).isEqualTo(one.map(Reading::findingClass));
        }
    }

    @Test
    void noSingleSignRaisesTheLevelByTwo() {
        assertThat(removed(SQUARE, "US PRESENT").level() - removed(SQUARE).level())
                .isLessThanOrEqualTo(1);
        var plain = edit(
                ChangeKind.ALTERED,
                "On June Fourth they left.",
                "On that evening they left.",
                "US PRESENT",
                "GB PRESENT");
        var vaguer = edit(
                ChangeKind.ALTERED,
                "On June Fourth they left.",
                "In the turmoil, the incident, they left.",
                "US PRESENT",
                "GB PRESENT");
        assertThat(flagger.flag(plain).orElseThrow().level()).isEqualTo(2);
        assertThat(flagger.flag(vaguer).orElseThrow().level()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void everyReadingIsCarefulAndItsScoreIsTheSumOfItsEvidence(ChangeKind kind) {
        var edit = edit(kind, SQUARE + GHOST, "警方逮捕了所有罪犯。", "US PRESENT", "GB MISSING", "CN PRESENT");
        flagger.flag(edit).ifPresent(reading -> {
            double sum =
                    reading.evidence().stream().mapToDouble(Evidence::getWeight).sum();
            assertThat(reading.score()).isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
            assertThat(reading.level()).isBetween(0, 3);
            assertThat(reading.certainty()).isBetween(0.0, 1.0);
            assertThat(reading.alternatives()).hasSizeGreaterThanOrEqualTo(11);
            assertThat(reading.statement()).contains("consistent with").doesNotContainIgnoringCase("censor");
        });
    }

    @Test
    void everyTopicIsFlaggedInThreeScripts() {
        for (var concept : Lexicon.shipped().concepts()) {
            var plain = concept.forms().stream()
                    .filter(f -> !f.ambiguous() && f.use() == org.lacuna.app.lexicon.Form.Use.NAMES)
                    .toList();
            for (var form : List.of(plain.getFirst(), plain.get(plain.size() / 2), plain.getLast())) {
                assertThat(removed(form.text()).topics().stream().map(TopicMatch::getId))
                        .as(form.text())
                        .contains(concept.id());
            }
        }
    }

    @Test
    void restoredPassageIsInformation() {
        var reading = flagger.flag(edit(ChangeKind.RESTORED, null, SQUARE, "US PRESENT"))
                .orElseThrow();
        assertThat(reading.level()).isEqualTo(1);
        assertThat(features(reading)).contains("f12-restored");
    }

    @Test
    void ruleSetNamesTheLexiconsVersion() {
        assertThat(flagger.ruleSet()).contains(Lexicon.shipped().version());
    }

    private Reading removed(String text, String... witnesses) {
        return flagger.flag(edit(ChangeKind.REMOVED, text, null, witnesses)).orElseThrow();
    }

    private static List<String> features(Reading reading) {
        return reading.evidence().stream().map(Evidence::getFeature).toList();
    }

    private static Edit edit(ChangeKind kind, @Nullable String baseline, @Nullable String target, String... witnesses) {
        return Edit.of(
                "c1",
                kind,
                Medium.BOOK,
                "en",
                Optional.ofNullable(baseline),
                Optional.ofNullable(target),
                "",
                witnesses(witnesses));
    }

    private static Edit runtime(String before, String after) {
        return new Edit(
                "c1",
                ChangeKind.FIELD_CHANGED,
                Medium.FILM,
                "en",
                Optional.of(before),
                Optional.of(after),
                "",
                witnesses("US PRESENT", "GB PRESENT"),
                false,
                Optional.of("runtime"),
                List.of(),
                "GLOBAL",
                "CN");
    }

    private static Edit with(Edit e, List<String> explanations) {
        return new Edit(
                e.id(),
                e.kind(),
                e.medium(),
                e.language(),
                e.baseline(),
                e.target(),
                e.context(),
                e.witnesses(),
                false,
                Optional.empty(),
                explanations,
                e.baselineMarket(),
                e.targetMarket());
    }

    private static List<Edit.Sighting> witnesses(String... all) {
        var sightings = new ArrayList<Edit.Sighting>();
        for (String witness : all) {
            var parts = witness.split(" ", -1);
            sightings.add(new Edit.Sighting(parts[0], WitnessState.valueOf(parts[1])));
        }
        return sightings;
    }
}
