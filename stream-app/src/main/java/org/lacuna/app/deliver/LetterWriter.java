package org.lacuna.app.deliver;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.deliver.Letter.Line;
import org.lacuna.app.deliver.Letter.Part;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.Subscription;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.schema.text.Timecode;

/** Puts an alert into careful words: what differs, where, since when, what else it may be, and why the reader gets it. */
final class LetterWriter {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_QUOTE = 2_000;
    private static final int EXPLANATIONS = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final URI publicUrl;
    private final String contact;

    /**
     * @param publicUrl where the pages are, as a reader reaches them
     * @param contact mail address that a subscriber writes to
     */
    LetterWriter(URI publicUrl, String contact) {
        this.publicUrl = publicUrl;
        this.contact = contact;
    }

    Letter write(Alert alert) {
        var finding = alert.getFinding();
        var change = finding.getChange();
        return new Letter(
                subject(finding),
                List.of(
                        says("", finding.getStatement()),
                        new Part("What differs", texts(change)),
                        says("Where", places(change)),
                        says("In which markets it stands", markets(change.getWitnesses())),
                        says(
                                "Since when",
                                "First seen %s, last confirmed %s."
                                        .formatted(at(change.getFirstSeen()), at(change.getLastConfirmed()))),
                        says("Topics, and the very words", topics(finding)),
                        says("Other possible explanations", explanations(finding)),
                        says(
                                "How certain the difference is",
                                percent(finding.getCertainty()) + " certain that the texts differ."),
                        says("What it points to", points(finding)),
                        new Part("The finding, with all evidence", List.of(new Line.Link(page(finding)))),
                        says("Why you get this", reason(alert.getSubscription()), end(alert.getSubscription()))));
    }

    private static String subject(Finding finding) {
        var change = finding.getChange();
        return Visible.line(
                "Lacuna: level %d · %s · %s (%s)"
                        .formatted(
                                finding.getLevel(),
                                change.getKind(),
                                Visible.line(change.getTitle(), LONGEST_TITLE),
                                change.getTargetRelease().getMarket()),
                2 * LONGEST_TITLE);
    }

    private static List<Line> texts(Change change) {
        var lines = new ArrayList<Line>();
        lines.add(new Line.Says(
                "%s in \"%s\" (%s)".formatted(change.getKind(), change.getTitle(), word(change.getMedium()))));
        lines.add(new Line.Says(name(change.getBaselineRelease()) + " has:"));
        lines.add(text(change.getBaseline()));
        lines.add(new Line.Says(name(change.getTargetRelease()) + " has:"));
        lines.add(text(change.getTarget()));
        return lines;
    }

    private static Line text(Optional<Place> place) {
        return place.<Line>map(p -> new Line.Quote(shortened(p.getText()), p.getLanguage()))
                .orElseGet(() -> new Line.Says("(no such text)"));
    }

    private static List<String> places(Change change) {
        var places = Stream.of(
                        change.getBaseline().map(p -> name(change.getBaselineRelease()) + ": " + where(p)),
                        change.getTarget().map(p -> name(change.getTargetRelease()) + ": " + where(p)))
                .flatMap(Optional::stream)
                .toList();
        return places.isEmpty() ? List.of("The release as a whole.") : places;
    }

    private static String where(Place place) {
        var times = place.getFromMillis()
                .map(Timecode::of)
                .map(from -> from
                        + place.getToMillis()
                                .map(to -> " to " + Timecode.of(to))
                                .orElse(""));
        var where = Stream.of(
                        Optional.of(place.getSection()).filter(s -> !s.isBlank()),
                        place.getKey().map(key -> "key " + key),
                        times)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? "place unknown" : where;
    }

    private static List<String> markets(List<Witness> witnesses) {
        var byState = witnesses.stream()
                .collect(Collectors.groupingBy(
                        Witness::getState,
                        () -> new EnumMap<>(WitnessState.class),
                        Collectors.mapping(Witness::getMarket, Collectors.joining(", "))));
        return byState.isEmpty()
                ? List.of("No other release could be looked up.")
                : byState.entrySet().stream()
                        .map(e -> "%s: %s".formatted(word(e.getKey()), e.getValue()))
                        .toList();
    }

    private static List<String> topics(Finding finding) {
        return finding.getTopics().isEmpty()
                ? List.of("None.")
                : finding.getTopics().stream()
                        .map(t -> t.getLabel()
                                + t.getTerms().stream()
                                        .map(term -> '"' + term + '"')
                                        .collect(Collectors.joining(", ", ": ", "")))
                        .toList();
    }

    private static List<String> explanations(Finding finding) {
        return finding.getAlternatives().isEmpty()
                ? List.of("None is known.")
                : finding.getAlternatives().stream().limit(EXPLANATIONS).toList();
    }

    private static String points(Finding finding) {
        return "Level %d of 5, %s. The named features support that to %s."
                .formatted(finding.getLevel(), kind(finding.getFindingClass()), percent(finding.getScore()));
    }

    private static String kind(FindingClass kind) {
        return switch (kind) {
            case P -> "political";
            case M -> "moral or content standard";
            case C -> "commercial or localisation";
            case X -> "contested";
        };
    }

    private String page(Finding finding) {
        var base = publicUrl.toString();
        var folder = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return folder + "/findings/" + URLEncoder.encode(finding.getId(), StandardCharsets.UTF_8);
    }

    private static String reason(Subscription subscription) {
        return "You subscribed (%s) to topics: %s; media: %s; markets: %s; level %d or above."
                .formatted(
                        subscription.getId(),
                        orAll(subscription.getTopics().stream()),
                        orAll(subscription.getMedia().stream().map(LetterWriter::word)),
                        orAll(subscription.getMarkets().stream()),
                        subscription.getMinLevel());
    }

    private String end(Subscription subscription) {
        return "To end it, write to %s and name the subscription %s.".formatted(contact, subscription.getId());
    }

    private static String orAll(Stream<String> wanted) {
        var list = wanted.collect(Collectors.joining(", "));
        return list.isEmpty() ? "all" : list;
    }

    private static String name(Release release) {
        var edit = release.getEdit().isBlank() ? "" : ", " + release.getEdit();
        return "The %s release (%s%s)".formatted(release.getMarket(), release.getLanguage(), edit);
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE))
                        + "… (%d more characters on the page)".formatted(length - LONGEST_QUOTE);
    }

    private static String at(Instant time) {
        return TIME.format(time);
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static Part says(String heading, String... sentences) {
        return says(heading, List.of(sentences));
    }

    private static Part says(String heading, List<String> sentences) {
        return new Part(heading, sentences.stream().<Line>map(Line.Says::new).toList());
    }
}
