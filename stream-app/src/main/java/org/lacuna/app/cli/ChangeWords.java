package org.lacuna.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;
import org.lacuna.schema.text.Timecode;

/** A difference in careful words, for people: what it is, never why. */
final class ChangeWords {

    /** Below this a reader is told how sure a difference is even in a short report. */
    static final double SURE = 0.8;

    private static final double VERY_SURE = 0.95;
    private static final double EVEN = 0.5;

    private ChangeWords() {}

    /** The kind, as a heading. */
    static String kind(ChangeKind kind) {
        return switch (kind) {
            case REMOVED -> "Missing";
            case SHORTENED -> "Shortened";
            case ALTERED -> "Altered";
            case ADDED -> "Added";
            case MOVED -> "Moved";
            case CONCEPT_LOST -> "Concept not rendered";
            case FIELD_CHANGED -> "Field differs";
            case WITHHELD -> "Withheld";
            case RESTORED -> "Restored";
        };
    }

    /** How sure the difference is. */
    static String confidence(double confidence) {
        String words = confidence >= VERY_SURE
                ? "sure"
                : confidence >= SURE ? "likely" : confidence >= EVEN ? "uncertain" : "a weak sign only";
        return String.format(Locale.ROOT, "%s (%.2f)", words, confidence);
    }

    /** How a passage stands in a witness. */
    static String state(WitnessState state) {
        return switch (state) {
            case PRESENT -> "stands";
            case ALTERED -> "is altered";
            case MISSING -> "is missing";
            case UNKNOWN -> "unknown";
        };
    }

    /** A length of time, to a tenth of a second. */
    static String length(Duration cut) {
        return String.format(Locale.ROOT, "%.1f s", cut.toMillis() / 1000.0);
    }

    /** Section, key, times and passages (counted from 1), as far as there are any. */
    static String where(Place place) {
        return Stream.of(
                        Optional.of(place.getSection())
                                .filter(s -> !s.isEmpty())
                                .map(Printable::of),
                        place.getKey().map(key -> "key " + Printable.of(key)),
                        place.getFromMillis().map(Timecode::of).flatMap(from -> place.getToMillis()
                                .map(Timecode::of)
                                .map(to -> from + " to " + to)),
                        passages(place.getPassages()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> passages(List<Integer> indices) {
        if (indices.isEmpty()) {
            return Optional.empty();
        }
        int first = indices.getFirst() + 1;
        int last = indices.getLast() + 1;
        return Optional.of(first == last ? "passage " + first : "passages " + first + " to " + last);
    }

    /** The words that went from the baseline; none where the whole passage did, or where they are not known. */
    static List<String> lost(Difference difference) {
        return difference.baseline().map(Place::getText).stream()
                .flatMap(text -> Run.of(text, difference.detail().lost()).stream())
                .filter(Run::marked)
                .map(run -> Printable.of(run.text()).strip())
                .toList();
    }
}
