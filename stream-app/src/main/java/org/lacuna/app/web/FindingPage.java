package org.lacuna.app.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Snapshot;

/**
 * The permanent page of a finding.
 *
 * @param frame what surrounds it
 * @param row what a list shows of it
 * @param withdrawn whether a later reading no longer supports it
 * @param statement the finding in careful words
 * @param baseline the one text, whole
 * @param target the other text, whole
 * @param before the passage before
 * @param after the passage after
 * @param contextLanguage BCP 47 tag of these two
 * @param witnesses how it stands elsewhere
 * @param certainty how certain the difference is, in words
 * @param certaintyNumber the same, 0 to 1
 * @param rule what decided the level, in words
 * @param score how far the signs support the reading, 0 to 1
 * @param classMeans what the class says
 * @param shares each sign's share
 * @param names persons, places and organisations that are missing or altered
 * @param explanations technical explanations that hold
 * @param alternatives other explanations that remain
 * @param relations other differences that it hangs together with
 * @param firstSeen when it was first seen
 * @param lastConfirmed when it was last seen
 * @param sources where both sides were read
 * @param engine version of the comparing engine
 * @param ruleSet version of rules, weights and lexicon
 * @param cite how to quote it
 */
public record FindingPage(
        Frame frame,
        FindingRow row,
        boolean withdrawn,
        String statement,
        Side baseline,
        Side target,
        String before,
        String after,
        String contextLanguage,
        List<WitnessRow> witnesses,
        String certainty,
        String certaintyNumber,
        String rule,
        String score,
        String classMeans,
        List<Share> shares,
        List<String> names,
        List<String> explanations,
        List<String> alternatives,
        List<Relation> relations,
        Moment firstSeen,
        Moment lastConfirmed,
        List<Provenance> sources,
        String engine,
        String ruleSet,
        Citation cite) {

    /** A witness: its release, its market and the state of the passage, in words. */
    public record WitnessRow(String release, String market, String state, String sign) {}

    /**
     * A sign's share.
     *
     * @param sign + for, − against, · neither
     * @param weight in log-odds
     * @param says in plain words
     * @param feature id of the sign
     */
    public record Share(String sign, String weight, String says, String feature) {}

    /** A time: as people read it, and as ISO 8601. */
    public record Moment(String words, String exactly) {}

    /**
     * How to quote the finding.
     *
     * @param url permanent address
     * @param id id of the finding
     * @param when when the finding was made
     * @param hash SHA-256 of the JSON twin as it is now
     * @param twin address of that twin
     */
    public record Citation(String url, String id, String when, String hash, String twin) {}

    /**
     * @param history all of the work; empty where it is not kept
     * @param hash SHA-256 of the finding's JSON twin
     */
    static FindingPage of(Finding finding, Optional<WorkHistory> history, String hash, Links links) {
        var change = finding.getChange();
        var row = FindingRow.of(finding, links);
        var pair = Side.Pair.of(change);
        var page = "/findings/" + Links.encoded(finding.getId());
        return new FindingPage(
                new Frame(
                        row.kind() + ": " + row.work() + ", " + row.market(),
                        "findings",
                        links.to("/"),
                        links.to(page + ".json"),
                        links.to("/feed.atom")),
                row,
                finding.getWithdrawn(),
                Shown.line(finding.getStatement()),
                pair.baseline(),
                pair.target(),
                Shown.text(change.getBefore()),
                Shown.text(change.getAfter()),
                change.getBaseline().isPresent()
                        ? pair.baseline().language()
                        : pair.target().language(),
                change.getWitnesses().stream()
                        .map(w -> new WitnessRow(
                                Shown.line(w.getRelease()),
                                Words.market(w.getMarket()),
                                Words.of(w.getState()),
                                Words.sign(w.getState())))
                        .toList(),
                Words.certainty(finding.getCertainty()),
                Words.number(finding.getCertainty()),
                Level.rule(finding.getRule()),
                Words.number(finding.getScore()),
                means(finding.getFindingClass()),
                finding.getEvidence().stream().map(FindingPage::share).toList(),
                finding.getEntities().stream()
                        .map(entity -> Shown.line(entity.getText()))
                        .distinct()
                        .toList(),
                change.getExplanations().stream().map(Words::explanation).toList(),
                finding.getAlternatives().stream().map(Shown::line).toList(),
                Relation.of(change, history, links),
                moment(change.getFirstSeen()),
                moment(change.getLastConfirmed()),
                List.of(
                        Provenance.of(
                                pair.baseline().heading(),
                                change.getBaselineSnapshot(),
                                snapshot(history, change.getBaselineSnapshot())),
                        Provenance.of(
                                pair.target().heading(),
                                change.getTargetSnapshot(),
                                snapshot(history, change.getTargetSnapshot()))),
                Shown.line(change.getEngine()),
                Shown.line(finding.getRuleSet()),
                new Citation(
                        links.world(page),
                        Shown.line(finding.getId()),
                        Words.minute(finding.getFoundAt()),
                        hash,
                        links.to(page + ".json")));
    }

    static Moment moment(Instant time) {
        return new Moment(Words.minute(time), time.toString());
    }

    static String means(FindingClass findingClass) {
        return switch (findingClass) {
            case P -> "state, history, sovereignty, dissent or national image";
            case M -> "a content standard such as sex, violence or superstition; reported apart from politics";
            case C -> "commerce or localisation";
            case X -> "a topic whose reading is contested";
        };
    }

    private static Share share(Evidence evidence) {
        double weight = evidence.getWeight();
        var sign = weight > 0 ? "+" : weight < 0 ? "−" : "·";
        return new Share(
                sign,
                weight == 0 ? "0" : sign + Words.number(Math.abs(weight)),
                Shown.line(evidence.getSays()),
                Shown.line(evidence.getFeature()));
    }

    private static Optional<Snapshot> snapshot(Optional<WorkHistory> history, String id) {
        return history.stream()
                .flatMap(work -> work.snapshots().stream())
                .filter(snapshot -> snapshot.getId().equals(id))
                .reduce((earlier, later) -> later);
    }
}
