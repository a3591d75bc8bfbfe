package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.oneshot.ComparisonReport;
import org.lacuna.app.oneshot.Holding;
import org.lacuna.app.oneshot.WitnessTable;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

class HtmlReportTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    private static final String BASELINE = "They <b>hid</b> the two red\u202E leaflets.";

    @Test
    void wordsThatWentAndCameAreMarkedInsideTheirTexts() {
        var page = page(List.of(shortened("a")), List.of());

        assertThat(page.select(".gone del").text()).isEqualTo("two red<U+202E>");
        assertThat(page.select(".come ins").text()).isEqualTo("the");
    }

    @Test
    void markUpOfTheTextIsTextAndWhatCannotBeSeenIsWritten() {
        var page = page(List.of(shortened("a")), List.of());

        assertThat(page.select(".gone .text").text()).contains("<b>hid</b>", "<U+202E>");
        assertThat(page.select("b, script")).isEmpty();
    }

    @Test
    void confidenceCutConceptsWitnessesAndNotesAreSaid() {
        var page = page(List.of(shortened("a")), List.of("coarser than usual"));

        assertThat(page.select(".facts").text())
                .contains("uncertain (0.60)", "17.0 s", "tiananmen-1989", "Consistent with pal-speed-up");
        assertThat(page.select(".witnesses tbody tr").eachText()).containsExactly("GB gb.txt is missing");
        assertThat(page.select(".notice").text()).isEqualTo("coarser than usual");
        assertThat(page.select("header").text()).contains("2026-01-02T12:00:00Z", "comparing engine", "abc123");
    }

    @Test
    void textsCarryTheirLanguages() {
        var page = page(List.of(shortened("a")), List.of());

        assertThat(page.select(".gone .text").attr("lang")).isEqualTo("en");
        assertThat(page.select(".come .text").attr("lang")).isEqualTo("zh-Hans");
    }

    @Test
    void aLongListIsFoldedAndOnlyItsFirstPartIsOpen() {
        var many = IntStream.range(0, 2 * HtmlReport.GROUP + 1)
                .mapToObj(i -> shortened("id" + i))
                .toList();

        var groups = page(many, List.of()).select("details.group");

        assertThat(groups).hasSize(3);
        assertThat(groups.select("details[open]")).hasSize(1);
        assertThat(groups.last().select("summary").first().text()).isEqualTo("Changes 401 to 401 of 401");
    }

    @Test
    void everyKindThatThereIsCanBeHiddenWithoutScript() {
        var page = page(List.of(shortened("a")), List.of());

        assertThat(page.select("input[type=checkbox]").eachAttr("id")).containsExactly("show-SHORTENED");
        assertThat(page.select("style").html()).contains("body:has(#show-SHORTENED:not(:checked)) .change.SHORTENED");
    }

    @Test
    void aSpanBeyondTheTextIsMarkedAsFarAsTheTextGoes() {
        assertThat(Run.of("abc", List.of(new Span(1, 9)))).containsExactly(new Run("a", false), new Run("bc", true));
    }

    private static Difference shortened(String id) {
        return new Difference(
                id,
                ChangeKind.SHORTENED,
                Optional.of(new Place("One", List.of(0), null, null, null, BASELINE, "en")),
                Optional.of(new Place("One", List.of(0), null, null, null, "They hid the leaflets.", "zh-Hans")),
                "",
                "",
                new Difference.Detail(
                        0.6,
                        List.of(new Span(BASELINE.indexOf("two"), BASELINE.indexOf(" leaflets"))),
                        List.of(new Span(9, 12)),
                        List.of("tiananmen-1989"),
                        Optional.of(Duration.ofSeconds(17)),
                        List.of("pal-speed-up")));
    }

    private static Document page(List<Difference> differences, List<String> notes) {
        var passage = new Passage(PassageKind.PROSE, BASELINE, null, null, null);
        var section = new Text.Section("One", List.of(passage));
        var witnesses = new WitnessTable(Map.of("a", List.of(new Witness("gb.txt", "GB", WitnessState.MISSING))));
        var report = new ComparisonReport(
                new Holding("a.txt", new Text("en", List.of(section)), "abc123"),
                new Holding("b.txt", new Text("zh-Hans", List.of(section)), "def456"),
                new Collation(List.of(), differences, Optional.empty(), notes, Costs.NONE),
                witnesses,
                Optional.empty());
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        new HtmlReport(writer, NOON).print(report);
        writer.flush();
        return Jsoup.parse(out.toString());
    }
}
