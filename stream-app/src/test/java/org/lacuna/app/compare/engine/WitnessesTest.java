package org.lacuna.app.compare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;

class WitnessesTest {

    private static final String MARCH = "In June the students had marched to the square and would not go home.";

    private static Place place(String text) {
        return new Place("One", List.of(1), null, null, null, text, "en");
    }

    @Test
    void passageIsPresentAlteredOrMissing() {
        var whole = Witnesses.of(Texts.prose("en", "Before it.", MARCH, "After it came the rain."));
        assertThat(whole.lookUp(place(MARCH))).isEqualTo(WitnessState.PRESENT);
        var other = Witnesses.of(
                Texts.prose("en", "Before it.", "In June the students had marched to the park and soon went home."));
        assertThat(other.lookUp(place(MARCH))).isEqualTo(WitnessState.ALTERED);
        var without = Witnesses.of(Texts.prose("en", "Before it.", "After it came the rain in the night."));
        assertThat(without.lookUp(place(MARCH))).isEqualTo(WitnessState.MISSING);
    }

    @Test
    void anotherLanguageOrNoTextIsUnknown() {
        assertThat(Witnesses.of(Texts.prose("zh-Hant", "孩子們")).lookUp(place(MARCH)))
                .isEqualTo(WitnessState.UNKNOWN);
        assertThat(Witnesses.of(Texts.prose("en")).lookUp(place(MARCH))).isEqualTo(WitnessState.UNKNOWN);
    }

    @Test
    void entryIsFoundByItsKey() {
        var table = Witnesses.of(Texts.text("en", List.of(Texts.entry("a", "Free the prisoners"))));
        assertThat(table.lookUp(new Place("One", List.of(), "a", null, null, "Free the prisoners!", "en")))
                .isEqualTo(WitnessState.PRESENT);
        assertThat(table.lookUp(new Place("One", List.of(), "b", null, null, "Free the prisoners", "en")))
                .isEqualTo(WitnessState.MISSING);
    }
}
