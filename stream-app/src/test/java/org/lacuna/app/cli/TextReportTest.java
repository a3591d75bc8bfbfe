package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.oneshot.ComparisonReport;
import org.lacuna.app.oneshot.Holding;
import org.lacuna.app.oneshot.WitnessTable;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

class TextReportTest {

    private static final Difference.Detail KNOWN = new Difference.Detail(
            0.6, List.of(new Span(0, 6)), List.of(), List.of(), Optional.of(Duration.ofMillis(17_400)), List.of());

    @Test
    void lostWordsTimeDoubtAndNotesAreSaid() {
        assertThat(printed("Barley for sale", KNOWN))
                .contains("Note: coarser than usual", "  lost: Barley", "  time gone: 17.4 s", "  uncertain (0.60)");
    }

    @Test
    void aSureDifferenceSaysNothingOfConfidence() {
        assertThat(printed("Barley for sale", Difference.Detail.NONE)).doesNotContain("sure (", "lost:", "time gone");
    }

    @Test
    void aLostSpanBeyondTheTextIsPrintedAsFarAsTheTextGoes() {
        assertThat(printed("Bar", KNOWN)).contains("  lost: Bar");
    }

    @Test
    void noControlCharacterReachesTheTerminal() {
        assertThat(printed("Bar\u001B[2Jley\u202E", Difference.Detail.NONE))
                .contains("  - Bar<U+001B>[2Jley<U+202E>")
                .doesNotContain("\u001B", "\u202E");
    }

    private static String printed(String text, Difference.Detail detail) {
        var place = new Place("One", List.of(0), null, null, null, text, "en");
        var difference =
                new Difference("a", ChangeKind.SHORTENED, Optional.of(place), Optional.of(place), "", "", detail);
        var holding = new Holding("a.txt", new Text("en", List.of()), "");
        var collation = new Collation(
                List.of(), List.of(difference), Optional.empty(), List.of("coarser than usual"), Costs.NONE);
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        new TextReport(writer)
                .print(new ComparisonReport(holding, holding, collation, new WitnessTable(Map.of()), Optional.empty()));
        writer.flush();
        return out.toString();
    }
}
