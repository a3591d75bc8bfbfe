package org.lacuna.app.compare.engine.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionalWordsTest {

    @ParameterizedTest
    @CsvSource({"軟體, 软件", "網路, 网络", "資訊, 信息"})
    void aWordOfTaiwanIsTheMainlandsWord(String taiwan, String mainland) {
        var normaliser = new Normaliser(new Vocabulary());

        assertThat(normaliser.tokens("新的" + taiwan)).isEqualTo(normaliser.tokens("新的" + mainland));
    }

    @Test
    void wordsThatDifferInBothPlacesStayDifferent() {
        var normaliser = new Normaliser(new Vocabulary());

        assertThat(Arrays.equals(normaliser.tokens("軟體"), normaliser.tokens("硬件")))
                .isFalse();
    }
}
