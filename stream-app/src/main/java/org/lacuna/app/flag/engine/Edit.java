package org.lacuna.app.flag.engine;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;

/**
 * One difference as the flagger reads it.
 *
 * @param id id of the change
 * @param kind what happened to the text
 * @param medium film, game or book
 * @param language BCP 47 tag of the baseline's text (of the target's for ADDED)
 * @param baseline the text in the baseline; empty where there is none
 * @param target the text in the target; empty where there is none
 * @param context text round about it, which may settle what a coded word means; may be empty
 * @param witnesses how the same passage stands in other releases
 * @param standsInEarlierVersion whether the baseline is an earlier version of the very release, not another market's
 * @param fieldKey name of the metadata field or key of the string; empty where there is none
 * @param explanations ids of technical explanations that hold, such as pal-speed-up
 * @param baselineMarket market of the baseline, such as GLOBAL
 * @param targetMarket market of the target, such as CN
 */
public record Edit(
        String id,
        ChangeKind kind,
        Medium medium,
        String language,
        Optional<String> baseline,
        Optional<String> target,
        String context,
        List<Sighting> witnesses,
        boolean standsInEarlierVersion,
        Optional<String> fieldKey,
        List<String> explanations,
        String baselineMarket,
        String targetMarket) {

    /**
     * How the passage stands in a market.
     *
     * @param market GLOBAL or an ISO 3166-1 alpha-2 code
     * @param state how it stands there
     */
    public record Sighting(String market, WitnessState state) {}

    /** Copies the lists. */
    public Edit {
        witnesses = List.copyOf(witnesses);
        explanations = List.copyOf(explanations);
    }

    /** An edit of which only this is known: a global baseline, a target for the mainland market, no explanation. */
    public static Edit of(
            String id,
            ChangeKind kind,
            Medium medium,
            String language,
            Optional<String> baseline,
            Optional<String> target,
            String context,
            List<Sighting> witnesses) {
        return new Edit(
                id,
                kind,
                medium,
                language,
                baseline,
                target,
                context,
                witnesses,
                false,
                Optional.empty(),
                List.of(),
                "GLOBAL",
                "CN");
    }

    /** The text that the models read: the baseline's, the target's for ADDED or where there is no other. */
    String telling() {
        return (kind == ChangeKind.ADDED ? target : baseline.or(() -> target)).orElse("");
    }

    /** The same from a change on the stream. The two releases compared are no witnesses of their own difference. */
    public static Edit from(Change change) {
        var baseline = change.getBaselineRelease();
        var target = change.getTargetRelease();
        var place = change.getBaseline().or(change::getTarget);
        var witnesses = change.getWitnesses().stream()
                .filter(w -> !w.getRelease().equals(baseline.getId())
                        && !w.getRelease().equals(target.getId()))
                .map(w -> new Sighting(w.getMarket(), w.getState()))
                .toList();
        return new Edit(
                change.getId(),
                change.getKind(),
                change.getMedium(),
                place.map(Place::getLanguage).orElse(baseline.getLanguage()),
                change.getBaseline().map(Place::getText),
                change.getTarget().map(Place::getText),
                (change.getBefore() + "\n" + change.getAfter()).strip(),
                witnesses,
                change.getComparison() == ComparisonKind.MOMENTS,
                place.flatMap(Place::getKey),
                change.getExplanations(),
                baseline.getMarket(),
                target.getMarket());
    }
}
