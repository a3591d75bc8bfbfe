package org.lacuna.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.FindingClass;

class LexiconTest {
    private static final Set<String> BARE = Set.of(
            "china",
            "chinese",
            "taiwan",
            "taiwanese",
            "tibet",
            "tibetan",
            "uyghur",
            "uighur",
            "hong kong",
            "xinjiang",
            "india",
            "russia",
            "islam",
            "muslim",
            "buddhist",
            "中国",
            "台湾",
            "台灣",
            "西藏",
            "新疆",
            "香港",
            "维吾尔",
            "藏族",
            "回族");

    private final Lexicon lexicon = Lexicon.shipped();
    private final Matcher matcher = new Matcher(lexicon);

    @Test
    void shippedLexiconHoldsTwentyTwoTopicsInThreeScripts() {
        assertThat(lexicon.concepts()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(lexicon.version()).hasSize(12);
        for (Concept concept : lexicon.concepts()) {
            var plain = concept.forms().stream()
                    .filter(f -> f.use() == Form.Use.NAMES && !f.ambiguous())
                    .map(Form::text)
                    .toList();
            assertThat(plain).as(concept.id()).hasSizeGreaterThanOrEqualTo(30);
            assertThat(plain).as(concept.id()).anyMatch(t -> Pattern.matches("[\\p{IsLatin} ,'’0-9-]+", t));
            for (String form : plain) {
                assertThat(matcher.find("…" + form + "。"))
                        .as(concept.id() + " " + form)
                        .anyMatch(hit -> hit.concept().equals(concept));
            }
        }
    }

    @Test
    void bareCountryPeopleOrReligionIsNoForm() {
        for (Concept concept : lexicon.concepts()) {
            for (Form form : concept.forms()) {
                if (form.needs().isEmpty()) {
                    assertThat(BARE).doesNotContain(form.text().toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        for (String word : BARE) {
            assertThat(matcher.find("They live in " + word + " now.")).as(word).isEmpty();
        }
    }

    @Test
    void everyConditionalFormIsFoundBesideEachOfItsWords() {
        for (Concept concept : lexicon.concepts()) {
            for (Form form : concept.forms()) {
                if (form.needs().isEmpty()) {
                    continue;
                }
                for (String need : form.needs()) {
                    assertThat(matcher.find(form.text(), need))
                            .as(form.text() + " beside " + need)
                            .anyMatch(hit -> hit.concept().equals(concept));
                }
            }
        }
    }

    @Test
    void classesKeepMoralApartFromPolitical() {
        assertThat(lexicon.concept("lgbtq").orElseThrow().findingClass()).isEqualTo(FindingClass.M);
        assertThat(lexicon.concept("gore-skeletons").orElseThrow().findingClass())
                .isEqualTo(FindingClass.M);
        assertThat(lexicon.concept("tiananmen-1989").orElseThrow().findingClass())
                .isEqualTo(FindingClass.P);
    }

    @Test
    void errorNamesFileLineAndColumn() {
        assertThatThrownBy(() -> Lexicon.read(Map.of(
                        "mine.yaml", "- id: a\n  label: A\n  class: Q\n  en: [x]\n  zh-Hans: [y]\n  zh-Hant: [z]\n")))
                .isInstanceOf(LexiconException.class)
                .hasMessageStartingWith("mine.yaml:3:10:");
        assertThatThrownBy(() -> Lexicon.read(Map.of("mine.yaml", "- id: a\n  labl: A\n")))
                .hasMessageStartingWith("mine.yaml:2:3:");
        assertThatThrownBy(() -> Lexicon.read(Map.of("mine.yaml", "- id: [a\n")))
                .hasMessageStartingWith("mine.yaml:2:");
    }

    @Test
    void versionChangesWithTheFiles() {
        var a = "- {id: a, label: A, class: P, en: [x], zh-Hans: [y], zh-Hant: [z]}\n";
        assertThat(Lexicon.read(Map.of("f", a)).version())
                .isNotEqualTo(Lexicon.read(Map.of("f", a.replace("[x]", "[w]"))).version());
        assertThat(List.of(Lexicon.read(Map.of("f", a)).version()))
                .containsExactly(Lexicon.read(Map.of("f", a)).version());
    }
}
