package org.lacuna.app.web;

import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.app.history.WorkSummary;

/** Every work that is watched. */
public record WorksPage(Frame frame, List<Row> rows) {

    /**
     * A work.
     *
     * @param title its title
     * @param href its page
     * @param medium in words
     * @param markets in words
     * @param snapshots versions seen
     * @param findings findings that stand
     * @param level highest level, with its name; empty where there is no finding
     * @param lastSeen day of the latest version
     */
    public record Row(
            String title,
            String href,
            String medium,
            String markets,
            int snapshots,
            int findings,
            String level,
            String lastSeen) {}

    static WorksPage of(List<WorkSummary> works, Links links) {
        return new WorksPage(
                new Frame("Works", "works", links.to("/"), links.to("/works.json"), links.to("/feed.atom")),
                works.stream().map(work -> row(work, links)).toList());
    }

    private static Row row(WorkSummary work, Links links) {
        var level = Level.of(work.highestLevel());
        return new Row(
                Shown.line(work.title(), 120),
                links.work(work.id()),
                Words.of(work.medium()),
                work.markets().stream().map(Words::market).collect(Collectors.joining(", ")),
                work.snapshots(),
                work.findings(),
                work.findings() == 0 ? "" : level.number() + " · " + level.name(),
                Words.day(work.lastSeen()));
    }
}
