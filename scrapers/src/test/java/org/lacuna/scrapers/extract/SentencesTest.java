package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void abbreviationsAndInitialsEndNoSentence() {
        assertThat(split("Mr. Hale met Dr. Orr at St. Anne. No. 5 was shut, e.g. by J. R. Stone. He left."))
                .containsExactly(
                        "Mr. Hale met Dr. Orr at St. Anne.", "No. 5 was shut, e.g. by J. R. Stone.", "He left.");
    }

    @Test
    void aPlainNoAndAPlainIEndASentence() {
        assertThat(split("She said no. He was sure. So am I. Then rain fell.")).hasSize(4);
    }

    @Test
    void closingQuotesStayAndASpeechTagIsNotTornOff() {
        assertThat(split("“Stop!” he cried. “Who is it?” She ran."))
                .containsExactly("“Stop!” he cried.", "“Who is it?”", "She ran.");
    }

    @Test
    void chineseIsSplitAtItsMarks() {
        assertThat(split("“灯灭了。”他说。真的吗？快跑！他不知道……雨停了。「走吧。」"))
                .containsExactly("“灯灭了。”", "他说。", "真的吗？", "快跑！", "他不知道……", "雨停了。", "「走吧。」");
    }

    @Test
    void aQuoteThatOpensBelongsToTheNextSentence() {
        assertThat(split("灯灭了。\"快跑！\"他说。雨停了。「走吧。」（完）"))
                .containsExactly("灯灭了。", "\"快跑！\"", "他说。", "雨停了。", "「走吧。」", "（完）");
        assertThat(split("It rained. (Nobody came.) \"Why?\" he said."))
                .containsExactly("It rained.", "(Nobody came.)", "\"Why?\" he said.");
    }

    @Test
    void wrappingOfLinesDoesNotMatter() {
        String english = "The lamp burned all night. Mr. Hale saw it. Nobody else did.";
        String chinese = "灯灭了，他没有看见。雨停了。";

        assertThat(split(english.replace(" ", "\r\n"))).isEqualTo(split(english));
        assertThat(split(chinese.replaceAll("(.)", "$1\n"))).isEqualTo(split(chinese));
    }

    @Test
    void aMegabyteTakesAboutASecondAtMost() {
        String text = "The lamp burned all night, and Mr. Hale saw it. 灯灭了，他没有看见……雨停了。".repeat(16_000);
        long start = System.nanoTime();

        int sentences = split(text).size();

        assertThat(sentences).isEqualTo(48_000);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Property
    void noCharacterIsLostButBlanks(@ForAll String text) {
        assertThat(String.join("", split(text)).replace(" ", ""))
                .isEqualTo(Whitespace.unwrapped(text).replace(" ", ""));
    }

    private static List<String> split(String text) {
        return Sentences.split(text, Optional.empty());
    }
}
