package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.history.WorkSummary;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.WitnessState;

/** Writes what is kept for a terminal. What sources wrote is shown with its control characters made visible. */
final class HistoryText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_ID = 10;

    private final PrintWriter out;

    HistoryText(PrintWriter out) {
        this.out = out;
    }

    void print(List<WorkSummary> works) {
        if (works.isEmpty()) {
            out.println("No work is kept yet.");
        }
        for (var work : works) {
            out.printf(
                    "%s  %s (%s, %s): %s, %s%s%n",
                    Printable.of(work.id()),
                    Printable.of(work.title()),
                    words(work.medium()),
                    String.join(" ", work.markets()),
                    count(work.snapshots(), "version"),
                    count(work.findings(), "finding"),
                    work.findings() == 0 ? "" : ", highest level " + work.highestLevel());
        }
    }

    void print(Timeline timeline) {
        var history = timeline.history();
        out.printf("%s (%s, %s)%n", Printable.of(history.title()), words(history.medium()), Printable.of(history.id()));
        out.println("All times are UTC.");
        timeline.releases().forEach(this::print);
        out.println();
        out.println(
                history.findings().isEmpty()
                        ? "No findings."
                        : count(history.findings().size(), "finding"));
        history.findings().forEach(this::print);
    }

    private void print(Timeline.Versions versions) {
        var release = versions.release();
        out.println();
        out.println(Stream.of(release.getMarket(), release.getLanguage(), Printable.of(release.getEdit()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ")));
        for (var version : versions.versions()) {
            var snapshot = version.snapshot();
            out.printf(
                    "  %s  %s  %s  %s%s%n",
                    MINUTE.format(snapshot.getObservedAt()),
                    shortened(snapshot.getId()),
                    Printable.of(snapshot.getSource()),
                    shows(snapshot),
                    version.fromBefore().map(HistoryText::changed).orElse(""));
        }
    }

    private void print(Finding finding) {
        var change = finding.getChange();
        out.println();
        out.printf(
                "  Level %d of 5, %s: %s in %s, %s%n",
                finding.getLevel(),
                words(finding.getFindingClass()),
                words(change.getKind()),
                change.getTargetRelease().getMarket(),
                since(change));
        out.println("  " + Printable.of(finding.getStatement()));
        change.getBaseline().ifPresent(place -> out.println("    - " + Printable.of(place.getText())));
        change.getTarget().ifPresent(place -> out.println("    + " + Printable.of(place.getText())));
        var standing = Standing.of(change);
        var elsewhere = Stream.of(
                        markets("stands in ", standing.in(WitnessState.PRESENT)),
                        markets("differs in ", standing.in(WitnessState.ALTERED)),
                        markets("is also missing in ", standing.in(WitnessState.MISSING)),
                        markets("not known for ", standing.in(WitnessState.UNKNOWN)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        if (!elsewhere.isEmpty()) {
            out.println("  " + elsewhere);
        }
        finding.getAlternatives().forEach(other -> out.println("  another explanation: " + Printable.of(other)));
        out.println("  id " + finding.getId());
    }

    private static String since(Change change) {
        var since = "since " + day(change.getFirstSeen());
        return change.getStatus() == ChangeStatus.OPEN
                ? since
                : since + ", last seen " + day(change.getLastConfirmed()) + ", no longer so";
    }

    private static String shows(Snapshot snapshot) {
        return snapshot.getAvailability() == Availability.ABSENT
                ? "the source says that it is not available"
                : count(snapshot.getSections().size(), "section");
    }

    private static String changed(Comparison comparison) {
        var counts = comparison.getCounts().stream()
                .map(count -> count.getCount() + " "
                        + count.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return "; from the version before: "
                + comparison
                        .getNotCompared()
                        .map(why -> "not compared, " + Printable.of(why))
                        .orElse(counts.isEmpty() ? "nothing differs" : counts);
    }

    private static String markets(String words, List<String> markets) {
        return markets.isEmpty() ? "" : words + String.join(", ", markets);
    }

    private static String words(ChangeKind kind) {
        return switch (kind) {
            case REMOVED -> "a passage is missing";
            case SHORTENED -> "a passage is shorter";
            case ALTERED -> "a passage differs";
            case CONCEPT_LOST -> "a passage is rendered without a concept";
            case ADDED -> "a passage is added";
            case MOVED -> "a passage stands elsewhere";
            case FIELD_CHANGED -> "a field differs";
            case WITHHELD -> "the work is not available";
            case RESTORED -> "a passage stands again";
        };
    }

    private static String words(FindingClass kind) {
        return switch (kind) {
            case P -> "political";
            case M -> "moral or content standard";
            case C -> "commercial or localisation";
            case X -> "contested";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(id.length(), SHORT_ID));
    }

    private static String day(Instant time) {
        return MINUTE.format(time).substring(0, "uuuu-MM-dd".length());
    }
}
