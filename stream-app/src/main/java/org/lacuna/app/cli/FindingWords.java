package org.lacuna.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.Evidence;

/** A finding in words, for people. */
final class FindingWords {

    /** So many explanations stand in the statement itself. */
    private static final int IN_STATEMENT = 3;

    private FindingWords() {}

    /** Level, class and score. */
    static String heading(Reading reading) {
        return String.format(
                Locale.ROOT,
                "level %d of 5 (%s), %s, score %.2f",
                reading.level(),
                level(reading.level()),
                switch (reading.findingClass()) {
                    case P -> "political";
                    case M -> "moral or content standard";
                    case C -> "commercial or localisation";
                    case X -> "contested";
                },
                reading.score());
    }

    /** Each topic with the very words that name it. */
    static List<String> topics(Reading reading) {
        return reading.topics().stream()
                .map(topic -> topic.getLabel()
                        + topic.getTerms().stream().collect(Collectors.joining("\", \"", ": \"", "\"")))
                .toList();
    }

    /** The explanations that the statement does not name. */
    static Optional<String> others(Reading reading) {
        return Optional.of(reading.alternatives().stream().skip(IN_STATEMENT).collect(Collectors.joining("; ")))
                .filter(others -> !others.isEmpty())
                .map(others -> "Other explanations: " + others + ".");
    }

    /** What the language models did not read, and why; empty where they read all that they were asked to. */
    static Optional<String> modelNote(Reading reading) {
        return reading.evidence().stream()
                .filter(evidence -> evidence.getFeature().equals(Reading.LANGUAGE_MODEL))
                .map(Evidence::getSays)
                .findFirst();
    }

    private static String level(int level) {
        return switch (level) {
            case 0 -> "a lead";
            case 1 -> "differs";
            case 2 -> "regional";
            case 3 -> "consistent with market sensitivity";
            case 4 -> "corroborated";
            default -> "confirmed";
        };
    }
}
