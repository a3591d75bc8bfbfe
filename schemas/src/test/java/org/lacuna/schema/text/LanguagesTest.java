package org.lacuna.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                "ランプがもえていた夜|ja",
                "램프|ko",
                "Der Mann ging mit dem Hund auf die Brücke und sah, dass das Wasser nicht mehr so hoch war wie am Tag.|de",
                "Le vieil homme et son chien sont sur le pont, mais il ne dit pas ce que les autres ont vu dans la nuit.|fr",
                "El viejo y su perro estaban en el puente, pero no dijo lo que los otros habían visto por la noche.|es",
                "12:30 --|und"
            })
    void theLanguageIsGuessedFromTheCharacters(String text, String expected) {
        assertThat(Languages.guess(text)).isEqualTo(expected);
    }

    private static final String ENGLISH =
            "The old man and his dog stood on the bridge. He would not say what the others had "
                    + "seen that night, and nobody asked him for it. There was ice on the river, and it was still dark.";
    private static final String GERMAN =
            "Der alte Mann und sein Hund standen auf der Brücke. Er wollte nicht sagen, was die "
                    + "anderen in der Nacht gesehen hatten, und auch sie haben ihn nicht gefragt. Auf dem Fluss war noch Eis.";
    private static final String CHINESE =
            "老人和他的狗站在桥上。他不肯说别人那天夜里看见了什么，也没有人问他。河上还有冰，天还没有亮，风从北边吹来，" + "灯一盏一盏地灭了。孩子们在窗后面看着，谁也不出声。";
    private static final String JAPANESE =
            "老人とその犬は橋の上に立っていた。ほかの人たちがその夜に何を見たのか、彼は言おうとしなかった。" + "だれも彼にたずねなかった。川にはまだ氷があり、空はまだ暗かった。子どもたちは窓のうしろから見ていた。";

    @Test
    void aTextInItsLanguageIsNotDoubted() {
        assertThat(Languages.contradiction("en", ENGLISH)).isEmpty();
        assertThat(Languages.contradiction("en-GB", ENGLISH)).isEmpty();
        assertThat(Languages.contradiction("de", GERMAN)).isEmpty();
        assertThat(Languages.contradiction("zh-Hant", CHINESE)).isEmpty();
        assertThat(Languages.contradiction("ja", JAPANESE)).isEmpty();
    }

    @Test
    void aTextInAnotherLanguageIsTold() {
        assertThat(Languages.contradiction("zh-Hans", ENGLISH)).contains("in the Latin alphabet");
        assertThat(Languages.contradiction("en", CHINESE)).contains("in Chinese characters");
        assertThat(Languages.contradiction("en", GERMAN)).contains("in German");
        assertThat(Languages.contradiction("de", ENGLISH)).contains("in English");
        assertThat(Languages.contradiction("zh", JAPANESE)).contains("in Japanese");
        assertThat(Languages.contradiction("ja", CHINESE)).contains("in Chinese characters without kana");
        assertThat(Languages.contradiction("zh", "Лампа горела всю ночь. ".repeat(20)))
                .contains("in Cyrillic letters");
    }

    @Test
    void littleTextNamesAndUnknownLanguagesAreNotDoubted() {
        assertThat(Languages.contradiction("zh-Hans", "OK")).isEmpty();
        assertThat(Languages.contradiction("zh-Hans", CHINESE + " The Lantern Strait, Mara Voss, Bay of Iron"))
                .isEmpty();
        assertThat(Languages.contradiction("en", "Mara Voss, Ilya Dorn, Tamsin Reed, ".repeat(20)))
                .isEmpty();
        assertThat(Languages.contradiction("und", CHINESE)).isEmpty();
        assertThat(Languages.contradiction("", ENGLISH)).isEmpty();
        assertThat(Languages.contradiction("tlh", ENGLISH)).isEmpty();
    }
}
