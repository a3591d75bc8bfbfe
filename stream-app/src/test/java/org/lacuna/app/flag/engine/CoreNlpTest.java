package org.lacuna.app.flag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Entity;
import org.lacuna.schema.Medium;
import org.lacuna.schema.WitnessState;

/** The real models; they are read once for all claims. */
class CoreNlpTest {
    private static final Models MODELS = new Models();

    private final CoreNlp coreNlp = new CoreNlp(MODELS, Duration.ofSeconds(60));
    private final Flagger flagger = new Flagger(Lexicon.shipped(), coreNlp);

    @Test
    void englishNamesComeWithTheirTypes() {
        assertThat(read("Barbara Jones met the mayor in Paris.", "en").names())
                .contains(new Analysis.Name("Barbara Jones", "PERSON"));
    }

    @Test
    void traditionalTextIsReadAtItsOwnOffsets() {
        var text = "劉曉波住在北京。";
        var names = read(text, "zh-Hant").names();
        assertThat(names.stream().map(Analysis.Name::text)).contains("劉曉波");
    }

    @Test
    void ambiguousFormWhereTwoWordsMeetIsNoFinding() {
        var yaml =
                "- {id: a, label: A, class: P, en: [x], zh-Hans: [y], zh-Hant: [z], coded: [{form: 民主, needs: [自由]}]}";
        var small = new Flagger(Lexicon.read(Map.of("small.yaml", yaml)), coreNlp);
        assertThat(small.flag(removed("每个公民主张自由。"))).isEmpty();
        assertThat(small.flag(removed("人们要民主和自由。"))).isPresent();
        assertThat(small.flag(removed("每個公民主張自由。"))).isEmpty();
    }

    @Test
    void personLostWithTheConceptIsListed() {
        var reading = flagger.flag(Edit.of(
                        "c1",
                        ChangeKind.REMOVED,
                        Medium.BOOK,
                        "en",
                        Optional.of("Barbara Jones told us about the June Fourth victims."),
                        Optional.empty(),
                        "",
                        List.of(new Edit.Sighting("US", WitnessState.PRESENT))))
                .orElseThrow();
        assertThat(reading.entities()).contains(new Entity("Barbara Jones", "PERSON"));
        assertThat(reading.evidence()).anyMatch(e -> e.getFeature().equals("name-lost"));
    }

    @Test
    void textThatTakesTooLongIsNotAnalysedAndTheFlaggerGoesOn() {
        MODELS.warm(Models.Language.ENGLISH).join();
        var hasty = new Flagger(Lexicon.shipped(), new CoreNlp(MODELS, Duration.ZERO));
        var reading = hasty.flag(Edit.of(
                        "c1",
                        ChangeKind.REMOVED,
                        Medium.BOOK,
                        "en",
                        Optional.of("The June Fourth victims. ".repeat(100)),
                        Optional.empty(),
                        "",
                        List.of()))
                .orElseThrow();
        assertThat(reading.evidence()).anyMatch(e -> e.getSays().startsWith("Not analysed"));
    }

    @Test
    void languageWithoutAModelIsAValue() {
        assertThat(coreNlp.analyse("Guten Tag", "de")).isInstanceOf(Analysis.NotAnalysed.class);
    }

    private static Edit removed(String text) {
        return Edit.of(
                "c1", ChangeKind.REMOVED, Medium.BOOK, "zh-Hans", Optional.of(text), Optional.empty(), "", List.of());
    }

    private Analysis.Read read(String text, String language) {
        assertThat(coreNlp.analyse(text, language)).isInstanceOf(Analysis.Read.class);
        return (Analysis.Read) coreNlp.analyse(text, language);
    }
}
