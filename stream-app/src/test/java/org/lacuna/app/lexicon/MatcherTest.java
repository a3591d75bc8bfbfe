package org.lacuna.app.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
    private final Matcher matcher = new Matcher(Lexicon.shipped());

    @Test
    void offsetsPointIntoTheOriginalWhateverWasFolded() {
        var text = "Ｔｈｅ  ｄａｌａｉ\u200b\n  Lama’s visit";
        var hit = matcher.find(text).getFirst();
        assertThat(hit.concept().id()).isEqualTo("tibet-dalai-lama");
        assertThat(text.substring(hit.start(), hit.end())).isEqualTo(hit.text());
        assertThat(hit.text()).startsWith("ｄ").endsWith("a");
    }

    @Test
    void invisibleCharacterInsideAChineseNameHidesNothing() {
        assertThat(concepts("天\u200b安\u200b门大屠杀")).containsExactly("tiananmen-1989");
    }

    @Test
    void latinFormCountsOnWordBoundariesWithItsPlural() {
        assertThat(concepts("Two skulls lay there.")).containsExactly("gore-skeletons");
        assertThat(concepts("A skulled bloodline of gayety.")).isEmpty();
    }

    @Test
    void wordThatHoldsAFormByChanceIsNoHit() {
        assertThat(concepts("公民主张自由选择")).isEmpty();
        assertThat(concepts("他们为民主和自由而斗争")).containsExactly("democracy-protest");
        assertThat(concepts("比分是六四开")).isEmpty();
        assertThat(concepts("六四那天")).containsExactly("tiananmen-1989");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "办公安排已经发出",
                "中国安全生产",
                "香港独特的风味",
                "广东突然下雨",
                "男同学和女同学",
                "电台独家报道",
                "遇到大麻烦",
                "女性交流会",
                "占中国人口的一半",
                "保护妇女权益",
                "做爱国青年",
                "收藏独特",
                "人文革新"
            })
    void everydayWordsThatHoldAShortNameByChanceAreNoHits(String text) {
        assertThat(concepts(text)).isEmpty();
    }

    @Test
    void codedFormNeedsItsContext() {
        assertThat(concepts("门牌号是8964")).isEmpty();
        assertThat(matcher.find("他写下8964", "坦克开进来了")).hasSize(1);
    }

    @Test
    void longerFormOfAConceptHoldsTheShorterOne() {
        assertThat(matcher.find("六四事件").stream().map(Hit::text)).containsExactly("六四事件");
    }

    @Test
    void officialWordThatHoldsANameIsTheOfficialWord() {
        assertThat(matcher.find("the Tiananmen incident")).isEmpty();
        assertThat(matcher.findVaguer("the Tiananmen incident")).isNotEmpty();
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutFailureAndHitsLieInsideIt(@ForAll String text) {
        for (Hit hit : matcher.find(text + " 六四事件 " + text)) {
            assertThat(hit.start()).isBetween(0, hit.end());
            assertThat(hit.end()).isLessThanOrEqualTo(text.length() * 2 + 6);
        }
    }

    private List<String> concepts(String text) {
        return matcher.find(text).stream().map(h -> h.concept().id()).distinct().toList();
    }
}
