package org.lacuna.app.flag;

import java.time.Instant;
import java.util.Optional;
import org.lacuna.app.flag.engine.Edit;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;
import org.lacuna.topics.Ids;

/**
 * What a change makes of the finding that it had: a first one, one that reads otherwise, one that is withdrawn, one
 * whose change was closed; or nothing new. Safe for many threads.
 *
 * <p>The same change gives the same finding, with one exception: what the language models add (names, word boundaries)
 * is missing from a change that was read while they were not to be had, and the finding's evidence then says so.
 */
final class LifeOfFindings {

    private final Flagger flagger;

    LifeOfFindings(Flagger flagger) {
        this.flagger = flagger;
    }

    /**
     * The finding to write.
     *
     * @param known the last finding of the change; empty where it never was one
     * @param at when the change reached the stage: the record's time
     * @return empty where there is nothing new to say
     */
    Optional<Finding> next(Change change, Optional<Finding> known, Instant at) {
        if (change.getStatus() == ChangeStatus.CLOSED) {
            return known.filter(finding -> !finding.getWithdrawn())
                    .map(finding -> with(finding, change))
                    .filter(finding -> isNews(finding, known));
        }
        var reading = flagger.flag(Edit.from(change));
        if (reading.isEmpty()) {
            return known.filter(finding -> !finding.getWithdrawn()).map(finding -> withdrawn(finding, change));
        }
        var foundAt = known.map(Finding::getFoundAt).orElse(at);
        return Optional.of(finding(change, reading.get(), foundAt)).filter(finding -> isNews(finding, known));
    }

    private Finding finding(Change change, Reading reading, Instant foundAt) {
        return Finding.newBuilder()
                .setId(Ids.of(change.getId()))
                .setChange(change)
                .setFindingClass(reading.findingClass())
                .setLevel(reading.level())
                .setScore(reading.score())
                .setCertainty(reading.certainty())
                .setRule(reading.rule())
                .setRuleSet(flagger.ruleSet())
                .setTopics(reading.topics())
                .setEntities(reading.entities())
                .setEvidence(reading.evidence())
                .setAlternatives(reading.alternatives())
                .setStatement(reading.statement())
                .setFoundAt(foundAt)
                .build();
    }

    private static Finding with(Finding finding, Change change) {
        return Finding.newBuilder(finding).setChange(change).build();
    }

    private static Finding withdrawn(Finding finding, Change change) {
        return Finding.newBuilder(with(finding, change)).setWithdrawn(true).build();
    }

    /** Whether anything differs but when and in which snapshots the change was last seen. */
    private static boolean isNews(Finding finding, Optional<Finding> known) {
        return known.filter(before -> seenAs(before, finding).equals(finding)).isEmpty();
    }

    private static Finding seenAs(Finding before, Finding now) {
        var change = Change.newBuilder(before.getChange())
                .setLastConfirmed(now.getChange().getLastConfirmed())
                .setBaselineSnapshot(now.getChange().getBaselineSnapshot())
                .setTargetSnapshot(now.getChange().getTargetSnapshot())
                .build();
        return with(before, change);
    }
}
