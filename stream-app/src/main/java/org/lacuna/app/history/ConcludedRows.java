package org.lacuna.app.history;

import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeCount;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Place;
import org.lacuna.topics.Topics;

/** Writes what the stages concluded. */
final class ConcludedRows {

    private ConcludedRows() {}

    static void write(Handle handle, Comparison comparison) {
        Row.in("comparison")
                .key("id", comparison.getId())
                .set("work", comparison.getWork())
                .set("kind", comparison.getKind())
                .set("baseline_market", comparison.getBaseline().getMarket())
                .set("baseline_release", comparison.getBaseline().getId())
                .set("baseline_snapshot", comparison.getBaselineSnapshot())
                .set("target_market", comparison.getTarget().getMarket())
                .set("target_release", comparison.getTarget().getId())
                .set("target_snapshot", comparison.getTargetSnapshot())
                .set("compared_at", comparison.getComparedAt())
                .set("engine", comparison.getEngine())
                .set(
                        "changes",
                        comparison.getCounts().stream()
                                .mapToInt(ChangeCount::getCount)
                                .sum())
                .set("not_compared", comparison.getNotCompared())
                .set("record", Stored.record(Topics.COMPARISONS, comparison))
                .write(handle);
    }

    static void write(Handle handle, Change change) {
        var place = change.getBaseline().or(change::getTarget);
        Row.in("change")
                .key("id", change.getId())
                .set("work", change.getWork())
                .set("title", change.getTitle())
                .set("medium", change.getMedium())
                .set("kind", change.getKind())
                .set("comparison", change.getComparison())
                .set("baseline_market", change.getBaselineRelease().getMarket())
                .set("baseline_release", change.getBaselineRelease().getId())
                .set("baseline_snapshot", change.getBaselineSnapshot())
                .set("target_market", change.getTargetRelease().getMarket())
                .set("target_release", change.getTargetRelease().getId())
                .set("target_snapshot", change.getTargetSnapshot())
                .set("section", place.map(Place::getSection).orElse(""))
                .set("entry", place.flatMap(Place::getKey))
                .set("baseline_text", change.getBaseline().map(Place::getText))
                .set("target_text", change.getTarget().map(Place::getText))
                .set(
                        "witnesses",
                        change.getWitnesses().stream()
                                .map(witness -> witness.getMarket() + " " + witness.getState())
                                .collect(Collectors.joining(", ")))
                .set("explanations", String.join(", ", change.getExplanations()))
                .set("spread_from", change.getSpreadFrom())
                .set("restores", change.getRestores())
                .set("status", change.getStatus())
                .set("first_seen", change.getFirstSeen())
                .set("last_confirmed", change.getLastConfirmed())
                .set("engine", change.getEngine())
                .set("record", Stored.record(Topics.CHANGES, change))
                .write(handle);
    }

    static void write(Handle handle, Finding finding) {
        var change = finding.getChange();
        Row.in("finding")
                .key("id", finding.getId())
                .set("change", change.getId())
                .set("work", change.getWork())
                .set("title", change.getTitle())
                .set("medium", change.getMedium())
                .set("market", change.getTargetRelease().getMarket())
                .set("kind", change.getKind())
                .set("class", finding.getFindingClass())
                .set("level", finding.getLevel())
                .set("score", finding.getScore())
                .set("certainty", finding.getCertainty())
                .set("statement", finding.getStatement())
                .set("baseline_text", change.getBaseline().map(Place::getText))
                .set("target_text", change.getTarget().map(Place::getText))
                .set("alternatives", String.join("\n", finding.getAlternatives()))
                .set("rule", finding.getRule())
                .set("rule_set", finding.getRuleSet())
                .set("first_seen", change.getFirstSeen())
                .set("found_at", finding.getFoundAt())
                .set("withdrawn", finding.getWithdrawn())
                .set("record", Stored.record(Topics.FINDINGS, finding))
                .write(handle);
        handle.createUpdate("delete from finding_topic where finding = :id")
                .bind("id", finding.getId())
                .execute();
        finding.getTopics().forEach(topic -> Row.in("finding_topic")
                .key("finding", finding.getId())
                .key("topic", topic.getId())
                .set("label", topic.getLabel())
                .set("terms", String.join(", ", topic.getTerms()))
                .write(handle));
    }
}
