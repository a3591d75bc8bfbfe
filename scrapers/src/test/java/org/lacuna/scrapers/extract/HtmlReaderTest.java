package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.keyed;
import static org.lacuna.scrapers.extract.Reading.names;
import static org.lacuna.scrapers.extract.Reading.texts;
import static org.lacuna.scrapers.extract.Reading.why;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.scrapers.extract.Selectors.FieldRule;
import org.lacuna.scrapers.extract.Selectors.FieldType;

class HtmlReaderTest {

    @Test
    void theMainTextIsReadWithoutMenusScriptsAndFooters() {
        var page =
                """
                <html><head><title>x</title><style>p{}</style></head><body>
                <header><h1>Site</h1></header><nav><ul><li>Home</li></ul></nav>
                <ul><li><a href=a>Next</a> | <a href=b>Last</a></li></ul>
                <article><h1>The Lamp</h1><p>It burned. Nobody
                saw it.</p><script>var x = "no";</script><blockquote>Sa\u200Blt.</blockquote>
                <h2>Later</h2>Loose text<br>after a break<table><tr><td>Cell</td></tr></table></article>
                <form><input value=q><p>Search</p></form><aside>Advert</aside><footer>Imprint</footer></body></html>""";

        var read = HtmlReader.read(page, "p.html", Optional.of("en"));

        assertThat(names(read)).containsExactly("The Lamp", "Later");
        assertThat(texts(read))
                .containsExactly(
                        "The Lamp",
                        "It burned.",
                        "Nobody saw it.",
                        "Salt.",
                        "Later",
                        "Loose text",
                        "after a break",
                        "Cell");
    }

    @Test
    void aPageInsideOneFormKeepsItsText() {
        assertThat(texts(HtmlReader.read("<form><p>All of it.</p></form>", "p", Optional.empty())))
                .containsExactly("All of it.");
    }

    @Test
    void selectorsGiveTypedFieldsAndASectionOfProse() {
        var page =
                """
                <h1 id=t>潮汐</h1><span class=rt content="134">134分钟(中国大陆)</span><span class=d>2022年1月24日</span>
                <span class=g>Drama</span><span class=g> Sea </span><div id=body><p>灯灭了。雨停了。</p></div>""";
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        fields.put("title", new FieldRule("#t", Optional.empty(), FieldType.TEXT));
        fields.put("runtime", new FieldRule(".rt", Optional.empty(), FieldType.RUNTIME));
        fields.put("minutes", new FieldRule(".rt", Optional.of("content"), FieldType.TEXT));
        fields.put("released", new FieldRule(".d", Optional.empty(), FieldType.DATE));
        fields.put("genre", new FieldRule(".g", Optional.empty(), FieldType.TEXT));
        fields.put("absent", new FieldRule(".none", Optional.empty(), FieldType.TEXT));

        var read = HtmlReader.read(
                page, "p", new Selectors(fields, Optional.of("#body"), Optional.of("#t")), Optional.of("zh-Hans"));

        assertThat(names(read)).containsExactly(HtmlReader.METADATA, "潮汐");
        assertThat(keyed(read))
                .containsExactly(
                        "title=潮汐",
                        "runtime=PT2H14M",
                        "minutes=134",
                        "released=2022-01-24",
                        "genre=Drama",
                        "genre=Sea",
                        "-=灯灭了。",
                        "-=雨停了。");
    }

    @Test
    void aValueThatIsNotOfItsTypeStaysAsThePageHasIt() {
        var rule = new FieldRule("p", Optional.empty(), FieldType.RUNTIME);

        var read = HtmlReader.read("<p>unknown</p>", "p", only(rule), Optional.empty());

        assertThat(keyed(read)).containsExactly("runtime=unknown");
    }

    @Test
    void emptyPagesNewLayoutsAndBrokenSelectorsAreUnreadable() {
        assertThat(why(HtmlReader.read("<body><script>x</script></body>", "p", Optional.empty())))
                .contains("holds no text");
        var unmatched = new FieldRule(".none", Optional.empty(), FieldType.TEXT);
        assertThat(why(HtmlReader.read("<p>x</p>", "p", only(unmatched), Optional.empty())))
                .contains("layout");
        var broken = new FieldRule("p[[", Optional.empty(), FieldType.TEXT);
        assertThat(why(HtmlReader.read("<p>x</p>", "p", only(broken), Optional.empty())))
                .contains("selector cannot be read");
    }

    private static Selectors only(FieldRule rule) {
        return new Selectors(Map.of("runtime", rule), Optional.empty(), Optional.empty());
    }
}
