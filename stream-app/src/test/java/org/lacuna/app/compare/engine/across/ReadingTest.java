package org.lacuna.app.compare.engine.across;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @Test
    void wordsAreCutToTheirStartWithoutCaseAndAccents() {
        assertThat(read("Élégamment, the FERRYMEN left.")).containsExactly("elegam", "the", "ferrym", "left");
    }

    @Test
    void hanIsReadByCharacterInSimplifiedForm() {
        assertThat(read("他說話。")).containsExactly("他", "说", "话");
    }

    @Test
    void figuresOfBothScriptsAreReadByTheirValue() {
        assertThat(read("1,234 lamps")).contains("#1234");
        assertThat(read("一千二百三十四盏灯")).contains("#1234");
    }

    @Test
    void marksThatTranslatorsKeepAreRead() {
        assertThat(read("“Who?”")).containsExactly("\"", "who", "?", "\"");
        assertThat(read("「誰？」")).containsExactly("\"", "谁", "?", "\"");
    }

    @Test
    void aBlankSentenceHasNoWords() {
        assertThat(read(" — … ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"三百二十一,321", "一九八九,1989", "十五,15", "二十,20", "一万二千,12000", "两,-1", "三三十,-1", "一亿三千万,130000000"})
    void chineseNumeralsHaveTheirValue(String numeral, long value) {
        var expected = value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
        boolean wellFormed = numeral.chars().allMatch(c -> ChineseNumerals.isNumeral((char) c));

        assertThat(wellFormed ? ChineseNumerals.value(numeral) : OptionalLong.empty())
                .isEqualTo(expected);
    }

    private static List<String> read(String sentence) {
        var words = new Words();
        return Arrays.stream(new Reading(words).of(sentence))
                .mapToObj(words::text)
                .toList();
    }
}
