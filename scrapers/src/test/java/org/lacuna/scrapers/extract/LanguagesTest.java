package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "他说这条路没有人认识，灯灭了。|zh-Hans",
                "他說這條路沒有人認識，燈滅了。|zh-Hant",
                "中文|zh-Hans",
                "The lamp burned all night.|en",
                "他说 OK，我们用 Java 写了这个东西|zh-Hans",
                "Лампа горела|und",
                "ランプがもえていた夜|und",
                "램프|und",
                "12:30 --|und"
            })
    void theLanguageIsGuessedFromTheCharacters(String text, String expected) {
        assertThat(Languages.guess(text)).isEqualTo(expected);
    }
}
