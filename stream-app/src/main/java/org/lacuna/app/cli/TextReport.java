package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Place;
import org.lacuna.schema.text.Timecode;

/** Writes a comparison for a terminal: a line of counts, then each difference with its place and both texts. */
final class TextReport {

    private final PrintWriter out;

    TextReport(PrintWriter out) {
        this.out = out;
    }

    void print(ComparisonReport report) {
        out.printf(
                "%s (%s, %d passages) held against %s (%s, %d passages)%n",
                report.target().name(),
                report.target().text().language(),
                report.target().text().passages().size(),
                report.baseline().name(),
                report.baseline().text().language(),
                report.baseline().text().passages().size());
        report.collation().notCompared().ifPresent(why -> out.println("Not compared: " + why));
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
                        .map(TextReport::where)
                        .orElse(""));
        difference.baseline().ifPresent(place -> out.println("  - " + place.getText()));
        difference.target().ifPresent(place -> out.println("  + " + place.getText()));
        var witnesses = report.witnesses().of(difference);
        if (!witnesses.isEmpty()) {
            out.println("  elsewhere: "
                    + witnesses.stream()
                            .map(w -> w.getMarket() + " " + words(w.getState().name()))
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

    private static String where(Place place) {
        var parts = Stream.of(
                        Optional.of(place.getSection()).filter(s -> !s.isEmpty()),
                        place.getKey(),
                        place.getFromMillis().map(Timecode::of).flatMap(from -> place.getToMillis()
                                .map(Timecode::of)
                                .map(to -> from + " to " + to)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "" : "  " + parts;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
