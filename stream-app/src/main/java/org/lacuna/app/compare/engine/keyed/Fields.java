package org.lacuna.app.compare.engine.keyed;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.schema.Passage;

/**
 * Compares metadata fields by their type. A film of 24 frames a second is shown at 25 in PAL countries, so it runs 4 %
 * shorter there with nothing cut; pages also round to minutes.
 */
public final class Fields {

    private static final double PAL = 24.0 / 25.0;
    private static final double PAL_SLACK = 90;
    private static final double ROUNDING_SECONDS = 60;
    private static final double ROUNDING_SHARE = 0.005;
    private static final Set<String> WITHOUT_LANGUAGE = Set.of(
            "runtime",
            "certificate",
            "rating",
            "release date",
            "release",
            "released",
            "released at",
            "release year",
            "year");

    private Fields() {}

    /** Whether the values of a field mean the same in any language, so that releases in two languages compare. */
    public static boolean independentOfLanguage(Passage field) {
        String key = field.getKey().orElse("");
        String spaced = key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replaceAll("[-_. ]+", " ");
        return WITHOUT_LANGUAGE.contains(spaced.toLowerCase(Locale.ROOT));
    }

    /** Whether two values of a field are no difference of content. */
    static boolean same(Passage one, Passage other, Normaliser normaliser) {
        if (one.getText().strip().equals(other.getText().strip())) {
            return true;
        }
        if (one.getKey().orElse("").equalsIgnoreCase("runtime")) {
            Optional<Duration> left = duration(one.getText());
            Optional<Duration> right = duration(other.getText());
            if (left.isPresent() && right.isPresent()) {
                return sameRuntime(left.get().toMillis() / 1000.0, right.get().toMillis() / 1000.0);
            }
        }
        int[] tokens = normaliser.tokens(one.getText());
        return tokens.length > 0 && Arrays.equals(tokens, normaliser.tokens(other.getText()));
    }

    private static boolean sameRuntime(double one, double other) {
        double longer = Math.max(one, other);
        double shorter = Math.min(one, other);
        double apart = longer - shorter;
        return apart < ROUNDING_SECONDS
                || apart < ROUNDING_SHARE * longer
                || Math.abs(shorter - longer * PAL) <= PAL_SLACK;
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
