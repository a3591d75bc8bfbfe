package org.lacuna.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {

    @Test
    void aLineIsAWordAndItsRenderings() {
        var list = WordList.read("w.tsv", List.of("mother\t母亲/妈妈", "give up\t放弃"));

        assertThat(list.entries())
                .containsExactly(
                        new WordList.Entry("mother", List.of("母亲", "妈妈")),
                        new WordList.Entry("give up", List.of("放弃")));
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> WordList.read("w.tsv", List.of("mother\t母亲", "father")))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("w.tsv")
                .hasMessageContaining("2");
        assertThatThrownBy(() -> WordList.read("w.tsv", List.of("mother\t母亲//妈")))
                .isInstanceOf(LexiconException.class);
    }

    @Test
    void theShippedListHasNoWordTwice() {
        var words = new HashSet<String>();

        assertThat(WordList.shipped().entries()).allMatch(entry -> words.add(entry.english()));
    }

    @Test
    void itKnowsItsTwoLanguagesInEitherOrder() {
        assertThat(WordList.none().knows("en-GB", "zh-Hant")).isTrue();
        assertThat(WordList.none().knows("zh", "en")).isTrue();
        assertThat(WordList.none().knows("de", "zh")).isFalse();
    }
}
