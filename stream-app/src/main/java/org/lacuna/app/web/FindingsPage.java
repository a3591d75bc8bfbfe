package org.lacuna.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.FindingQuery;
import org.lacuna.app.history.Page;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Medium;

/**
 * The latest findings.
 *
 * @param frame what surrounds it
 * @param action where the form leads
 * @param topics topics to choose from
 * @param media media to choose from
 * @param markets markets to choose from
 * @param levels levels to choose from
 * @param filtered whether any filter is set
 * @param first whether it is the first page
 * @param rows the findings
 * @param older address of the next page; empty where there is none
 */
public record FindingsPage(
        Frame frame,
        String action,
        List<Choice> topics,
        List<Choice> media,
        List<Choice> markets,
        List<Choice> levels,
        boolean filtered,
        boolean first,
        List<FindingRow> rows,
        String older) {

    /** Findings that the topics and markets to choose from are gathered from. */
    private static final int RECENT = 500;

    /**
     * A value to choose.
     *
     * @param value as the address has it
     * @param label in words
     * @param chosen whether it is set
     */
    public record Choice(String value, String label, boolean chosen) {}

    static FindingsPage of(Archive archive, Filters filters, Page<Finding> page, Links links) {
        var root = links.to("/");
        return new FindingsPage(
                new Frame(
                        "Latest findings",
                        "findings",
                        root,
                        filters.on(links.to("/findings.json"), filters.cursor()),
                        filters.on(links.to("/feed.atom"), Optional.empty())),
                root,
                topics(archive, filters),
                Stream.of(Medium.values())
                        .map(medium -> new Choice(
                                medium.name().toLowerCase(Locale.ROOT),
                                Words.of(medium),
                                filters.medium().filter(medium::equals).isPresent()))
                        .toList(),
                markets(archive, filters),
                Level.ALL.stream()
                        .map(level -> new Choice(
                                Integer.toString(level.number()),
                                level.number() + " · " + level.name(),
                                level.number() == filters.level()))
                        .toList(),
                filters.any(),
                filters.cursor().isEmpty(),
                page.items().stream()
                        .map(finding -> FindingRow.of(finding, links))
                        .toList(),
                page.next().map(next -> filters.on(root, Optional.of(next))).orElse(""));
    }

    private static List<Choice> topics(Archive archive, Filters filters) {
        var labels = new TreeMap<String, String>();
        filters.topic().ifPresent(id -> labels.put(id, id));
        archive.findings(FindingQuery.all(RECENT)).items().forEach(finding -> finding.getTopics()
                .forEach(topic -> labels.put(topic.getId(), topic.getLabel())));
        return labels.entrySet().stream()
                .map(topic -> new Choice(
                        topic.getKey(),
                        Shown.line(topic.getValue(), 80),
                        filters.topic().filter(topic.getKey()::equals).isPresent()))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .toList();
    }

    private static List<Choice> markets(Archive archive, Filters filters) {
        var seen = archive.works().stream().flatMap(work -> work.markets().stream());
        return Stream.concat(filters.market().stream(), seen)
                .distinct()
                .map(code -> new Choice(
                        code,
                        Shown.line(Words.market(code), 80),
                        filters.market().filter(code::equals).isPresent()))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .toList();
    }
}
