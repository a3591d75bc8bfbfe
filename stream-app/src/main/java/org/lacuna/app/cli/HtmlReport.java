package org.lacuna.app.cli;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.app.oneshot.ComparisonReport;
import org.lacuna.app.oneshot.Holding;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

/** Writes a comparison as one HTML page that stands alone and can be sent to a colleague. */
final class HtmlReport {

    /** Changes that are opened together: as many as a browser lays out at once without a pause. */
    static final int GROUP = 200;

    private static final int STRIP = 1000;

    private final PrintWriter out;
    private final Clock clock;

    HtmlReport(PrintWriter out) {
        this(out, Clock.systemUTC());
    }

    HtmlReport(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void print(ComparisonReport report) {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.lacuna.pages");
        engine.render("comparison.jte", Map.of("page", page(report)), new WriterOutput(out));
    }

    private ReportPage page(ComparisonReport report) {
        var collation = report.collation();
        List<Difference> differences = collation.differences();
        List<ReportPage.Row> rows = IntStream.range(0, differences.size())
                .mapToObj(i -> row(differences.get(i), i + 1, report))
                .toList();
        return new ReportPage(
                version(report.baseline()),
                version(report.target()),
                clock.instant().truncatedTo(ChronoUnit.SECONDS) + ", "
                        + String.join(", ", new Lacuna.Version().getVersion()),
                report.counts().entrySet().stream()
                        .map(e -> kind(e.getKey(), e.getValue()))
                        .toList(),
                collation.notCompared().orElse(""),
                collation.notes(),
                marks(differences, report.baseline().text().passages().size()),
                groups(rows));
    }

    private static ReportPage.Version version(Holding holding) {
        return new ReportPage.Version(
                Printable.of(holding.name()),
                holding.text().language(),
                holding.text().passages().size(),
                holding.sha256());
    }

    private static ReportPage.Kind kind(ChangeKind kind, long count) {
        return new ReportPage.Kind(kind.name(), ChangeWords.kind(kind), count);
    }

    /** Marks that would fall on each other are one. */
    private static List<ReportPage.Mark> marks(List<Difference> differences, int passages) {
        var marks = new LinkedHashSet<ReportPage.Mark>();
        for (var difference : differences) {
            difference
                    .baseline()
                    .map(Place::getPassages)
                    .filter(p -> !p.isEmpty())
                    .ifPresent(p -> {
                        int from = (int) ((long) p.getFirst() * STRIP / passages);
                        int to = (int) ((long) (p.getLast() + 1) * STRIP / passages);
                        marks.add(new ReportPage.Mark(difference.kind().name(), from, Math.max(2, to - from)));
                    });
        }
        return List.copyOf(marks);
    }

    private static List<ReportPage.Group> groups(List<ReportPage.Row> rows) {
        var groups = new ArrayList<ReportPage.Group>();
        for (int from = 0; from < rows.size(); from += GROUP) {
            var part = rows.subList(from, Math.min(from + GROUP, rows.size()));
            String words = "Changes %d to %d of %d".formatted(from + 1, from + part.size(), rows.size());
            groups.add(new ReportPage.Group(words, part));
        }
        return groups;
    }

    private static ReportPage.Row row(Difference d, int number, ComparisonReport report) {
        String baseline = report.baseline().text().language();
        String target = report.target().text().language();
        return new ReportPage.Row(
                d.id(),
                number,
                kind(d.kind(), 1),
                d.baseline().or(d::target).map(ChangeWords::where).orElse(""),
                Printable.of(d.before()),
                Printable.of(d.after()),
                d.baseline().isPresent() ? baseline : target,
                side(d.baseline(), baseline, d.detail().lost()),
                side(d.target(), target, d.detail().gained()),
                facts(d),
                report.witnesses().of(d).stream()
                        .map(w -> new ReportPage.Witnessed(
                                Printable.of(w.getMarket()),
                                Printable.of(w.getRelease()),
                                ChangeWords.state(w.getState())))
                        .toList(),
                report.finding(d).map(HtmlReport::box));
    }

    private static ReportPage.Side side(Optional<Place> place, String language, List<Span> marked) {
        return new ReportPage.Side(
                language,
                place.map(ChangeWords::where).orElse(""),
                place.map(p -> Run.of(p.getText(), marked)).orElse(List.of()));
    }

    private static Map<String, String> facts(Difference difference) {
        var detail = difference.detail();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Confidence", ChangeWords.confidence(detail.confidence()));
        detail.cut().ifPresent(cut -> facts.put("Time gone", ChangeWords.length(cut)));
        if (!detail.concepts().isEmpty()) {
            facts.put("Concepts not found in the target", String.join(", ", detail.concepts()));
        }
        if (!detail.explanations().isEmpty()) {
            facts.put("Consistent with", String.join(", ", detail.explanations()));
        }
        return facts;
    }

    private static ReportPage.Box box(Reading reading) {
        return new ReportPage.Box(
                FindingWords.heading(reading),
                FindingWords.topics(reading).stream().map(Printable::of).toList(),
                Printable.of(reading.statement()),
                FindingWords.others(reading).orElse(""),
                reading.evidence().stream()
                        .map(e -> String.format(Locale.ROOT, "%s (%+.1f)", e.getSays(), e.getWeight()))
                        .map(Printable::of)
                        .toList());
    }
}
