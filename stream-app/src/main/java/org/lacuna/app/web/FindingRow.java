package org.lacuna.app.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

/**
 * A finding in a list.
 *
 * @param href its page
 * @param level how far the evidence goes
 * @param findingClass its class, in words
 * @param work title of the work
 * @param workHref page of the work
 * @param medium film, game or book, in words
 * @param market market that differs, in words
 * @param kind what happened, in words
 * @param where section, key and times
 * @param baseline the one text, short
 * @param target the other, short
 * @param topics topics touched, with their words
 * @param witnesses where else the passage stands, in words; empty where nothing is known
 * @param since day since which it differs
 * @param sinceExactly the same as ISO 8601
 * @param closed whether the last comparison no longer finds it
 */
public record FindingRow(
        String href,
        Level level,
        String findingClass,
        String work,
        String workHref,
        String medium,
        String market,
        String kind,
        String where,
        Side baseline,
        Side target,
        List<Topic> topics,
        String witnesses,
        String since,
        String sinceExactly,
        boolean closed) {

    /** Characters of a text in a list. */
    private static final int BRIEF = 220;

    /**
     * A topic that a finding touches.
     *
     * @param label its English label
     * @param words the words as they stand, joined
     */
    public record Topic(String label, String words) {}

    static FindingRow of(Finding finding, Links links) {
        var change = finding.getChange();
        var pair = Side.Pair.of(change).brief(BRIEF);
        return new FindingRow(
                links.finding(finding.getId()),
                Level.of(finding.getLevel()),
                Words.of(finding.getFindingClass()),
                Shown.line(change.getTitle(), 120),
                links.work(change.getWork()),
                Words.of(change.getMedium()),
                Words.market(change.getTargetRelease().getMarket()),
                Words.of(change.getKind()),
                pair.baseline().where().isEmpty()
                        ? pair.target().where()
                        : pair.baseline().where(),
                pair.baseline(),
                pair.target(),
                topics(finding),
                witnesses(change.getWitnesses()),
                Words.day(change.getFirstSeen()),
                change.getFirstSeen().toString(),
                change.getStatus() == ChangeStatus.CLOSED);
    }

    static List<Topic> topics(Finding finding) {
        return finding.getTopics().stream()
                .map(topic -> new Topic(
                        Shown.line(topic.getLabel()),
                        topic.getTerms().stream().map(Shown::line).collect(Collectors.joining(", "))))
                .toList();
    }

    static String witnesses(List<Witness> witnesses) {
        return Stream.of(
                        in("stands in ", WitnessState.PRESENT, witnesses),
                        in("altered in ", WitnessState.ALTERED, witnesses),
                        in("missing in ", WitnessState.MISSING, witnesses),
                        in("not known in ", WitnessState.UNKNOWN, witnesses))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String in(String words, WitnessState state, List<Witness> witnesses) {
        var markets = witnesses.stream()
                .filter(witness -> witness.getState() == state)
                .map(witness -> Words.market(witness.getMarket()))
                .distinct()
                .collect(Collectors.joining(", "));
        return markets.isEmpty() ? "" : words + markets;
    }
}
