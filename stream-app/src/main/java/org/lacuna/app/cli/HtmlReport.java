package org.lacuna.app.cli;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Place;
import org.lacuna.schema.text.Timecode;

/** Writes a comparison as one HTML page that stands alone and can be sent to a colleague. */
public final class HtmlReport {

    /**
     * A difference as the page shows it.
     *
     * @param kind in words
     * @param where section, key and times; empty where there is nothing to say
     * @param before text before it
     * @param after text after it
     * @param baseline text in the baseline; empty where there is none
     * @param target text in the target; empty where there is none
     * @param baselineLanguage BCP 47 tag
     * @param targetLanguage BCP 47 tag
     * @param witnesses where else it stands, in words; empty where no witness was given
     * @param finding what the flagger says of it; empty where that is nothing
     */
    public record Row(
            String id,
            String kind,
            String where,
            String before,
            String after,
            String baseline,
            String target,
            String baselineLanguage,
            String targetLanguage,
            String witnesses,
            Optional<Box> finding) {}

    /**
     * A finding as the page shows it.
     *
     * @param heading level, class and score, in words
     * @param topics each topic with the words that name it
     * @param statement the finding in one careful sentence or two
     * @param others more explanations; empty where the statement names them all
     * @param evidence each feature's share, in words
     */
    public record Box(String heading, List<String> topics, String statement, String others, List<String> evidence) {}

    /**
     * The page.
     *
     * @param baseline name of the baseline
     * @param target name of the target
     * @param summary passages and counts, in words
     * @param notCompared why the two were not compared; empty where they were
     * @param rows the differences
     */
    public record Page(String baseline, String target, String summary, String notCompared, List<Row> rows) {}

    private final PrintWriter out;

    HtmlReport(PrintWriter out) {
        this.out = out;
    }

    void print(ComparisonReport report) {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.lacuna.pages");
        engine.render("comparison.jte", Map.of("page", page(report)), new WriterOutput(out));
    }

    private static Page page(ComparisonReport report) {
        var counts = report.counts().entrySet().stream()
                .map(e -> e.getValue() + " " + words(e.getKey().name()));
        var passages = "%d passages held against %d"
                .formatted(
                        report.target().text().passages().size(),
                        report.baseline().text().passages().size());
        return new Page(
                report.baseline().name(),
                report.target().name(),
                Stream.concat(Stream.of(passages), counts).collect(Collectors.joining(" · ")),
                report.collation().notCompared().orElse(""),
                report.collation().differences().stream()
                        .map(d -> row(d, report))
                        .toList());
    }

    private static Row row(Difference difference, ComparisonReport report) {
        return new Row(
                difference.id(),
                words(difference.kind().name()),
                difference
                        .baseline()
                        .or(difference::target)
                        .map(HtmlReport::where)
                        .orElse(""),
                difference.before(),
                difference.after(),
                difference.baseline().map(Place::getText).orElse(""),
                difference.target().map(Place::getText).orElse(""),
                report.baseline().text().language(),
                report.target().text().language(),
                report.witnesses().of(difference).stream()
                        .map(w -> w.getMarket() + ": " + words(w.getState().name()))
                        .collect(Collectors.joining(" · ")),
                report.finding(difference).map(HtmlReport::box));
    }

    private static Box box(Reading reading) {
        return new Box(
                FindingWords.heading(reading),
                FindingWords.topics(reading),
                reading.statement(),
                FindingWords.others(reading).orElse(""),
                reading.evidence().stream()
                        .map(e -> String.format(Locale.ROOT, "%s (%+.1f)", e.getSays(), e.getWeight()))
                        .toList());
    }

    private static String where(Place place) {
        return Stream.of(place.getSection(), place.getKey().orElse(""), times(place))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String times(Place place) {
        return place.getFromMillis()
                .map(Timecode::of)
                .flatMap(from -> place.getToMillis().map(Timecode::of).map(to -> from + " – " + to))
                .orElse("");
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
