package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.compare.engine.keyed.Fields;
import org.lacuna.app.compare.engine.keyed.Keyed;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Sequence;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.text.Languages;

/**
 * Compares two releases of a work: normalise, anchor, align, classify. Prose and cues are aligned in order, entries and
 * fields by key. Immutable and thread-safe; the same texts always give the same answer.
 */
public final class Comparer {

    /** Version of the rules; a new one may see the same texts differently. */
    public static final String VERSION = "2";

    /** So many UTF-16 code units are enough to tell what a text is written in. */
    private static final int SAMPLE = 50_000;

    /**
     * Compares two texts.
     *
     * @param baseline the text that should be kept
     * @param target the text that may lack something
     * @return alignment and differences; never fails on content
     */
    public Collation compare(Text baseline, Text target) {
        Optional<String> doubt = doubt("baseline", baseline).or(() -> doubt("target", target));
        boolean same = doubt.isEmpty() && sameLanguage(baseline.language(), target.language());
        var vocabulary = new Vocabulary();
        var left = new Places(baseline);
        var right = new Places(target);
        List<Passage> a = left.passages();
        List<Passage> b = right.passages();

        Aligned sequence = doubt.map(reason -> Aligned.not(indices(a, false), indices(b, false), reason))
                .orElseGet(() -> sequence(baseline, target, a, b, same, vocabulary));
        List<Integer> ofA = indices(a, true);
        List<Integer> ofB = indices(b, true);
        List<Bead> keyed = Keyed.beads(a, ofA, b, ofB, same, vocabulary);
        Optional<String> reason = sequence.notCompared();
        boolean entriesCompare = same && hasEntries(a) == hasEntries(b);
        if (reason.isEmpty()
                && same
                && !entriesCompare
                && indices(a, false).isEmpty()
                && indices(b, false).isEmpty()) {
            reason = Optional.of("the " + (hasEntries(a) ? "target" : "baseline") + " has no text");
        }

        var beads = new ArrayList<Bead>(sequence.beads());
        beads.addAll(keyed);
        List<Bead> alignment = ordered(beads, b.size());
        boolean ordered = sequence.notCompared().isEmpty();
        List<Bead> compared = alignment.stream()
                .filter(x -> switch (kind(x, a, b)) {
                    case PROSE, CUE -> ordered;
                    case ENTRY -> entriesCompare;
                    case FIELD -> same || Fields.independentOfLanguage(first(x, a, b));
                })
                .toList();
        return new Collation(
                alignment,
                new Differences(left, right, vocabulary).of(compared),
                reason,
                sequence.notes(),
                sequence.costs());
    }

    private static Aligned sequence(
            Text baseline, Text target, List<Passage> a, List<Passage> b, boolean same, Vocabulary vocabulary) {
        List<Integer> ofA = indices(a, false);
        List<Integer> ofB = indices(b, false);
        if (!same) {
            String reason = "the texts are in different languages (" + baseline.language() + ", " + target.language()
                    + "); comparing across languages is not there yet";
            return Aligned.not(ofA, ofB, reason);
        }
        return Sequence.of(a, ofA, b, ofB, vocabulary);
    }

    /** Why a side cannot be in the language that it bears, so that comparing it would find everything missing. */
    private static Optional<String> doubt(String side, Text text) {
        var sample = new StringBuilder();
        for (Passage passage : text.passages()) {
            if (passage.getKind() != PassageKind.FIELD) {
                sample.append(passage.getText()).append('\n');
            }
            if (sample.length() > SAMPLE) {
                break;
            }
        }
        return Languages.contradiction(text.language(), sample.toString())
                .map(found -> "the %s is said to be in the language %s, but it is written %s"
                        .formatted(side, text.language(), found));
    }

    /** Whether two BCP 47 tags have one primary language; an unknown one is taken to fit. */
    static boolean sameLanguage(String one, String other) {
        String left = primary(one);
        String right = primary(other);
        return left.equals(right) || left.isEmpty() || right.isEmpty();
    }

    private static String primary(String tag) {
        String primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return primary.equals("und") ? "" : primary;
    }

    private static List<Integer> indices(List<Passage> passages, boolean keyed) {
        return IntStream.range(0, passages.size())
                .filter(i -> isKeyed(passages.get(i)) == keyed)
                .boxed()
                .toList();
    }

    private static boolean isKeyed(Passage passage) {
        return passage.getKind() == PassageKind.ENTRY || passage.getKind() == PassageKind.FIELD;
    }

    private static boolean hasEntries(List<Passage> passages) {
        return passages.stream().anyMatch(p -> p.getKind() == PassageKind.ENTRY);
    }

    private static Passage first(Bead bead, List<Passage> a, List<Passage> b) {
        return bead.baseline().isEmpty()
                ? b.get(bead.target().getFirst())
                : a.get(bead.baseline().getFirst());
    }

    private static PassageKind kind(Bead bead, List<Passage> a, List<Passage> b) {
        return first(bead, a, b).getKind();
    }

    /** Beads in the order of the baseline; those of the target alone after the one that they follow there. */
    private static List<Bead> ordered(List<Bead> beads, int targets) {
        List<Bead> out = new ArrayList<>(beads.stream()
                .filter(x -> !x.baseline().isEmpty())
                .sorted(Comparator.comparing(x -> x.baseline().getFirst()))
                .toList());
        var follows = new int[targets];
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).kind() != Bead.Kind.MOVED) {
                for (int q : out.get(i).target()) {
                    follows[q] = i + 1;
                }
            }
        }
        for (int q = 1; q < targets; q++) {
            follows[q] = Math.max(follows[q], follows[q - 1]);
        }
        Map<Integer, List<Bead>> alone = new TreeMap<>();
        beads.stream()
                .filter(x -> x.baseline().isEmpty())
                .sorted(Comparator.comparing(x -> x.target().getFirst()))
                .forEach(x -> alone.computeIfAbsent(follows[x.target().getFirst()], k -> new ArrayList<>())
                        .add(x));
        var merged = new ArrayList<Bead>(beads.size());
        for (int i = 0; i <= out.size(); i++) {
            if (i > 0) {
                merged.add(out.get(i - 1));
            }
            merged.addAll(alone.getOrDefault(i, List.of()));
        }
        return merged;
    }
}
