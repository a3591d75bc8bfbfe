package org.lacuna.app.oneshot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.flag.engine.Edit;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.Witness;

/**
 * What the flagger says of each difference: the target is taken to be for the mainland market.
 *
 * @param byDifference readings by the difference's id; none for an ordinary difference
 */
public record FindingTable(Map<String, Reading> byDifference) {

    /** The language models read no more at a time. */
    private static final int AT_ONCE = 2;

    private record Read(String id, Optional<Reading> reading) {}

    /** Reads every difference. */
    public static FindingTable of(Collation collation, WitnessTable witnesses, Medium medium, Flagger flagger) {
        return new FindingTable(collation.differences().stream()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, d -> new Read(d.id(), flagger.flag(edit(d, witnesses.of(d), medium)))))
                .filter(read -> read.reading().isPresent())
                .collect(Collectors.toMap(Read::id, read -> read.reading().orElseThrow(), (one, same) -> one)));
    }

    /** What the flagger says of a difference; empty where it is an ordinary one. */
    public Optional<Reading> of(Difference difference) {
        return Optional.ofNullable(byDifference.get(difference.id()));
    }

    /** The medium that a text of this kind mostly belongs to: cues to a film, keyed strings to a game, prose to a book. */
    public static Medium usualMedium(Text text) {
        Medium medium = Medium.BOOK;
        for (var passage : text.passages()) {
            switch (passage.getKind()) {
                case CUE -> {
                    return Medium.FILM;
                }
                case ENTRY -> medium = Medium.GAME;
                case PROSE, FIELD -> {}
            }
        }
        return medium;
    }

    private static Edit edit(Difference difference, List<Witness> witnesses, Medium medium) {
        var place = difference.baseline().or(difference::target);
        return new Edit(
                difference.id(),
                difference.kind(),
                medium,
                place.map(Place::getLanguage).orElse("und"),
                difference.baseline().map(Place::getText),
                difference.target().map(Place::getText),
                (difference.before() + "\n" + difference.after()).strip(),
                witnesses.stream()
                        .map(w -> new Edit.Sighting(w.getMarket().toUpperCase(Locale.ROOT), w.getState()))
                        .toList(),
                false,
                place.flatMap(Place::getKey),
                difference.detail().explanations(),
                "GLOBAL",
                "CN");
    }
}
