package org.lacuna.app.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Release;
import org.lacuna.schema.Snapshot;

/**
 * A work: its releases, its versions over time, and what differs.
 *
 * @param frame what surrounds it
 * @param title title of the work
 * @param medium in words
 * @param releases its releases
 * @param versions every version seen, newest first
 * @param findings findings, newest first
 * @param changes every difference, those that are no finding too
 */
public record WorkPage(
        Frame frame,
        String title,
        String medium,
        List<ReleaseRow> releases,
        List<VersionRow> versions,
        List<FindingRow> findings,
        List<ChangeRow> changes) {

    /** A release: in words, its id, how often it was seen anew, and when last. */
    public record ReleaseRow(String words, String id, long versions, String last) {}

    /**
     * A difference.
     *
     * @param anchor its name on the page
     * @param href page of its finding; empty where it is none
     */
    public record ChangeRow(
            String anchor,
            String kind,
            String market,
            Side baseline,
            Side target,
            String witnesses,
            String since,
            boolean closed,
            String href) {}

    static WorkPage of(WorkHistory work, Links links) {
        var pages = work.findings().stream()
                .collect(Collectors.toMap(finding -> finding.getChange().getId(), Finding::getId, (one, other) -> one));
        return new WorkPage(
                new Frame(
                        Shown.line(work.title(), 120),
                        "works",
                        links.to("/"),
                        links.work(work.id()) + ".json",
                        links.to("/feed.atom")),
                Shown.line(work.title()),
                Words.of(work.medium()),
                releases(work.snapshots()),
                versions(work, links),
                work.findings().stream()
                        .map(finding -> FindingRow.of(finding, links))
                        .toList(),
                work.changes().stream()
                        .map(change -> change(
                                change,
                                Optional.ofNullable(pages.get(change.getId()))
                                        .map(links::finding)
                                        .orElse("")))
                        .toList());
    }

    private static List<ReleaseRow> releases(List<Snapshot> snapshots) {
        return snapshots.stream()
                .collect(Collectors.groupingBy(s -> s.getRelease().getId()))
                .values()
                .stream()
                .sorted(Comparator.comparing(
                        (List<Snapshot> seen) -> seen.getFirst().getRelease(), GLOBAL_FIRST))
                .map(seen -> new ReleaseRow(
                        Side.heading(seen.getFirst().getRelease(), ""),
                        Shown.line(seen.getFirst().getRelease().getId()),
                        seen.size(),
                        Words.minute(seen.getLast().getObservedAt())))
                .toList();
    }

    private static final Comparator<Release> GLOBAL_FIRST = Comparator.<Release, Boolean>comparing(
                    release -> !release.getMarket().equals("GLOBAL"))
            .thenComparing(Release::getId);

    private static List<VersionRow> versions(WorkHistory work, Links links) {
        var latest = new HashMap<String, Snapshot>();
        return work.snapshots().stream()
                .map(snapshot -> VersionRow.of(
                        snapshot,
                        Optional.ofNullable(
                                latest.put(snapshot.getRelease().getId() + "\n" + snapshot.getSource(), snapshot)),
                        work,
                        links))
                .toList()
                .reversed();
    }

    private static ChangeRow change(Change change, String href) {
        var pair = Side.Pair.of(change).brief(400);
        var market = change.getTargetRelease().getMarket();
        return new ChangeRow(
                "change-" + change.getId(),
                Words.of(change.getKind()),
                Stream.of(change.getBaselineRelease().getMarket(), market)
                        .distinct()
                        .map(Words::market)
                        .collect(Collectors.joining(" → ")),
                pair.baseline(),
                pair.target(),
                FindingRow.witnesses(change.getWitnesses()),
                Words.day(change.getFirstSeen()),
                change.getStatus() == ChangeStatus.CLOSED,
                href);
    }
}
