package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

/**
 * A pair of texts and what differs between them.
 *
 * @param id name within the whole set
 * @param family file that it stands in
 * @param what the claim in words
 * @param baseline the baseline
 * @param target the target
 * @param readings lists of changes of which one must be found; none where another field says it
 * @param never kinds that must not be found
 * @param notCompared whether the comparison may say that it could not be made
 */
record GoldItem(
        String id,
        String family,
        String what,
        Text baseline,
        Text target,
        List<List<Expected>> readings,
        Set<ChangeKind> never,
        boolean notCompared) {

    /** How far the length of a cut may be off, in seconds. */
    private static final double CUT_SLACK = 1;

    /**
     * A change that must be found. What is empty may be anything.
     *
     * @param kind its kind
     * @param baseline its passages in the baseline
     * @param target its passages in the target
     * @param key key of the entry or field
     * @param lost words within those that went
     * @param gained words within those that came
     * @param concepts concepts among those lost
     * @param cut seconds that are gone
     */
    record Expected(
            ChangeKind kind,
            Optional<List<Integer>> baseline,
            Optional<List<Integer>> target,
            Optional<String> key,
            Optional<String> lost,
            Optional<String> gained,
            List<String> concepts,
            Optional<Double> cut) {

        boolean fits(Difference d) {
            var detail = d.detail();
            return kind == d.kind()
                    && baseline.map(x -> x.equals(passages(d.baseline()))).orElse(true)
                    && target.map(x -> x.equals(passages(d.target()))).orElse(true)
                    && key.map(k -> d.baseline()
                                    .or(d::target)
                                    .flatMap(Place::getKey)
                                    .equals(Optional.of(k)))
                            .orElse(true)
                    && lost.map(w -> holds(d.baseline(), detail.lost(), w)).orElse(true)
                    && gained.map(w -> holds(d.target(), detail.gained(), w)).orElse(true)
                    && detail.concepts().containsAll(concepts)
                    && cut.map(s -> detail.cut()
                                    .filter(c -> Math.abs(c.toMillis() / 1000.0 - s) <= CUT_SLACK)
                                    .isPresent())
                            .orElse(true);
        }

        private static List<Integer> passages(Optional<Place> place) {
            return place.map(Place::getPassages).orElse(List.of());
        }

        private static boolean holds(Optional<Place> place, List<Span> spans, String words) {
            var marked = new StringBuilder();
            place.map(Place::getText)
                    .ifPresent(text -> spans.forEach(
                            s -> marked.append(text, s.getFrom(), s.getTo()).append(' ')));
            return bare(marked.toString()).contains(bare(words));
        }

        private static String bare(String text) {
            return text.replaceAll("[^\\p{L}\\p{N}]+", "");
        }
    }

    /**
     * How a comparison did.
     *
     * @param right whether the expectation holds
     * @param found changes found that are expected
     * @param spurious changes found that are not
     * @param missed changes expected that were not found
     */
    record Score(boolean right, int found, int spurious, int missed) {}

    /** Holds a comparison against the reading that fits it best. */
    Score score(Collation collation) {
        if (collation.notCompared().isPresent()) {
            return new Score(notCompared, 0, 0, least());
        }
        if (!never.isEmpty()) {
            int wrong = (int) collation.differences().stream()
                    .filter(d -> never.contains(d.kind()))
                    .count();
            return new Score(wrong == 0, 0, wrong, 0);
        }
        if (readings.isEmpty()) {
            return new Score(false, 0, collation.differences().size(), 0);
        }
        return readings.stream()
                .map(reading -> score(reading, collation.differences()))
                .min((x, y) -> Integer.compare(x.spurious + x.missed, y.spurious + y.missed))
                .orElseThrow();
    }

    private int least() {
        return readings.stream().mapToInt(List::size).min().orElse(0);
    }

    private static Score score(List<Expected> reading, List<Difference> differences) {
        var open = new ArrayList<>(reading);
        int found = 0;
        for (var difference : differences) {
            var match = open.stream().filter(e -> e.fits(difference)).findFirst();
            if (match.isPresent()) {
                open.remove(match.get());
                found++;
            }
        }
        int spurious = differences.size() - found;
        return new Score(spurious == 0 && open.isEmpty(), found, spurious, open.size());
    }
}
