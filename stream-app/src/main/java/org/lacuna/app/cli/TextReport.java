package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.app.oneshot.ComparisonReport;

/** Writes a comparison for a terminal: a line of counts, then each difference with its place and both texts. */
final class TextReport {

    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    void print(ComparisonReport report) {
        out.printf(
                "%s (%s, %d passages) held against %s (%s, %d passages)%n",
                Printable.of(report.target().name()),
                report.target().text().language(),
                report.target().text().passages().size(),
                Printable.of(report.baseline().name()),
                report.baseline().text().language(),
                report.baseline().text().passages().size());
        report.collation().notCompared().ifPresent(why -> out.println("Not compared: " + Printable.of(why)));
        report.collation().notes().forEach(note -> out.println("Note: " + Printable.of(note)));
        if (report.collation().differences().isEmpty()) {
            if (report.collation().notCompared().isEmpty()) {
                out.println("Nothing differs.");
            }
            return;
        }
        out.println(report.counts().entrySet().stream()
                .map(e -> e.getValue() + " " + words(e.getKey().name()))
                .collect(Collectors.joining(", ")));
        for (var difference : report.collation().differences()) {
            print(difference, report);
        }
    }

    private void print(Difference difference, ComparisonReport report) {
        out.println();
        out.println(difference.kind()
                + difference
                        .baseline()
                        .or(difference::target)
                        .map(ChangeWords::where)
                        .map(where -> "  " + where)
                        .orElse(""));
        difference.baseline().ifPresent(place -> out.println("  - " + Printable.of(place.getText())));
        difference.target().ifPresent(place -> out.println("  + " + Printable.of(place.getText())));
        printDetail(difference);
        var witnesses = report.witnesses().of(difference);
        if (!witnesses.isEmpty()) {
            out.println("  elsewhere: "
                    + witnesses.stream()
                            .map(w -> Printable.of(w.getMarket()) + " "
                                    + words(w.getState().name()))
                            .collect(Collectors.joining(", ")));
        }
        report.finding(difference).ifPresent(this::print);
    }

    private void print(Reading reading) {
        out.println("  finding: " + FindingWords.heading(reading));
        FindingWords.topics(reading).forEach(topic -> out.println("    " + topic));
        out.println("    " + reading.statement());
        FindingWords.others(reading).ifPresent(others -> out.println("    " + others));
        FindingWords.modelNote(reading).ifPresent(note -> out.println("    " + note));
    }

    private void printDetail(Difference difference) {
        var detail = difference.detail();
        var lost = ChangeWords.lost(difference);
        if (!lost.isEmpty()) {
            out.println("  lost: " + String.join(" … ", lost));
        }
        detail.cut().ifPresent(cut -> out.println("  time gone: " + ChangeWords.length(cut)));
        if (detail.confidence() < ChangeWords.SURE) {
            out.println("  " + ChangeWords.confidence(detail.confidence()));
        }
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
