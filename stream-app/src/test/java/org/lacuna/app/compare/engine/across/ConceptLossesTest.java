package org.lacuna.app.compare.engine.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.app.lexicon.WordList;

class ConceptLossesTest {

    private final ConceptLosses losses =
            new ConceptLosses(new Matcher(Lexicon.shipped()), WordList.read("w", List.of("ghost\t幽灵/鬼")));

    @Test
    void aConceptThatTheRenderingDoesNotNameIsLost() {
        assertThat(losses.of("They spoke of the Tiananmen Square massacre.", "他们谈起了那天夜里的事。"))
                .containsExactly("tiananmen-1989");
    }

    @Test
    void aConceptThatTheRenderingNamesIsKept() {
        assertThat(losses.of("They spoke of the Tiananmen Square massacre.", "他们谈起了天安门屠杀。"))
                .isEmpty();
    }

    @Test
    void anEverydayRenderingOfTheWordKeepsItToo() {
        assertThat(losses.of("A sad ghost.", "悲傷的幽靈。")).isEmpty();
        assertThat(losses.of("Two ghosts.", "两个影子。")).isNotEmpty();
    }
}
