package org.lacuna.app.compare.engine.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "colour, color",
        "neighbourhood, neighborhood",
        "organised, organized",
        "analysed, analyzed",
        "theatres, theaters",
        "travelling, traveling",
        "dialogue, dialog",
        "defence, defense",
        "towards, toward",
        "judgement, judgment",
        "grey, gray",
        "gaol, jail"
    })
    void britishAndAmericanFormsAreOneWord(String british, String american) {
        assertThat(Spelling.canonical(british)).isEqualTo(Spelling.canonical(american));
    }

    @ParameterizedTest
    @CsvSource({"our, or", "prize, price", "hour, hor", "here, her", "ill, il", "this, thiz", "four, for"})
    void wordsThatOnlyLookAlikeStayTwo(String one, String other) {
        assertThat(Spelling.canonical(one)).isNotEqualTo(Spelling.canonical(other));
    }
}
