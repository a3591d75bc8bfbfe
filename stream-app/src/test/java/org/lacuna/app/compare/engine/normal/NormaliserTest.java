package org.lacuna.app.compare.engine.normal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {

    private final Normaliser normaliser = new Normaliser(new Vocabulary());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The colour of honour | the color of HONOR",
                "He realised and organised it | He realized and organized it",
                "travelled to the theatre centre | traveled to the theater center",
                "a grey catalogue | a gray catalog",
                "the defence analysed | the defense analyzed",
                "“Don’t”, she said… | \"Don't,\" she said ...",
                "naïve rôle | naive role",
                "ＡＢＣ１２３ | abc123",
                "10,000 men | 10000 men",
                "phænomena | phenomena",
                "台灣的軍隊，後來沒有來。 | 台湾的军队 后来没有来",
                "乾淨的裡面 | 干净的里面",
                "他看著我 | 他看着我",
            })
    void variantsOfSpellingScriptAndTypographyAreEqual(String one, String other) {
        assertThat(normaliser.tokens(one)).isEqualTo(normaliser.tokens(other)).isNotEmpty();
    }

    @Test
    void otherWordsStayApart() {
        assertThat(normaliser.tokens("filled")).isNotEqualTo(normaliser.tokens("filed"));
        assertThat(normaliser.tokens("北京")).isNotEqualTo(normaliser.tokens("南京"));
    }

    @Test
    void punctuationAloneHasNoTokens() {
        assertThat(normaliser.tokens(" — … 。！ ")).isEmpty();
    }
}
