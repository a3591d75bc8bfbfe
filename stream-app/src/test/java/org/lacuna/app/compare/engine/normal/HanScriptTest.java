package org.lacuna.app.compare.engine.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HanScriptTest {

    @ParameterizedTest
    @CsvSource({"圖書館, 图书馆", "鐘聲, 钟声", "人民, 人民", "裡面, 里面", "abc, abc"})
    void traditionalCharactersFoldIntoSimplifiedOnes(String traditional, String simplified) {
        assertThat(traditional
                        .codePoints()
                        .map(HanScript::simplified)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .isEqualTo(simplified);
    }
}
