package org.lacuna.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;

/**
 * Another difference that one hangs together with.
 *
 * @param words how, and which
 * @param href where it is shown; empty where it is not kept
 */
public record Relation(String words, String href) {

    /** @param history all of the work; empty where it is not kept */
    static List<Relation> of(Change change, Optional<WorkHistory> history, Links links) {
        var spread = change.getSpreadFrom()
                .map(id -> to(id, "The same difference was seen earlier in another market", history, links));
        var restores = change.getRestores().map(id -> to(id, "This undoes an earlier difference", history, links));
        return Stream.concat(spread.stream(), restores.stream()).toList();
    }

    private static Relation to(String change, String how, Optional<WorkHistory> history, Links links) {
        return history.flatMap(work -> finding(work, change))
                .map(finding -> new Relation(how + ": " + named(finding.getChange()), links.finding(finding.getId())))
                .orElseGet(() -> new Relation(
                        how + ", which is no finding",
                        history.filter(work -> holds(work, change))
                                .map(work -> links.work(work.id()) + "#change-" + Links.encoded(change))
                                .orElse("")));
    }

    private static Optional<Finding> finding(WorkHistory work, String change) {
        return work.findings().stream()
                .filter(finding -> finding.getChange().getId().equals(change))
                .findFirst();
    }

    private static boolean holds(WorkHistory work, String change) {
        return work.changes().stream().anyMatch(one -> one.getId().equals(change));
    }

    private static String named(Change change) {
        return "%s, %s, %s"
                .formatted(
                        Words.of(change.getKind()).toLowerCase(Locale.ROOT),
                        Words.market(change.getTargetRelease().getMarket()),
                        Words.day(change.getFirstSeen()));
    }
}
