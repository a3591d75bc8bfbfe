package org.lacuna.app.compare.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lacuna.app.compare.engine.across.Across;
import org.lacuna.app.compare.engine.across.ConceptLosses;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.compare.engine.keyed.Fields;
import org.lacuna.app.compare.engine.keyed.Keyed;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Sequence;
import org.lacuna.app.compare.engine.timed.RenderedCues;
import org.lacuna.app.compare.engine.timed.Timed;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.app.lexicon.WordList;
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

    /** What is less sure than this is in the alignment, and no difference that anyone should be told of. */
    private static final double LEAST_CONFIDENCE = 0.3;

    /** So many UTF-16 code units are enough to tell what a text is written in. */
    private static final int SAMPLE = 50_000;

    private final Supplier<Across> across;

    /** Compares with the lexicon and the word list inside the program, read when two languages first meet. */
    public Comparer() {
        this(Lexicon::shipped);
    }

    /** Compares with another lexicon. */
    public Comparer(Lexicon lexicon) {
        this(() -> lexicon);
    }

    private Comparer(Supplier<Lexicon> lexicon) {
        across = new Once<>(() ->
                new Across(WordList.shipped(), new ConceptLosses(new Matcher(lexicon.get()), WordList.shipped())));
    }

    /**
     * Compares two texts.
     *
     * @param baseline the text that should be kept
     * @param target the text that may lack something
     * @return alignment and differences; never fails on content
     */
    public Collation compare(Text baseline, Text target) {
        return compare(baseline, target, true);
    }

    /**
     * Compares two texts or parts of them.
     *
     * @param ends whether both end where their releases end, so that a missing tail may be a broken copy
     */
    public Collation compare(Text baseline, Text target, boolean ends) {
        var pair = new Sides(new Places(baseline), new Places(target));
        Optional<String> doubt = doubt("baseline", baseline).or(() -> doubt("target", target));
        boolean same = sameLanguage(baseline.language(), target.language());
        var vocabulary = new Vocabulary();
        Aligned sequence = doubt.map(pair::notCompared).orElseGet(() -> sequence(pair, same, vocabulary));
        Aligned keyed = keyed(pair, same, vocabulary);
        boolean entriesCompare = doubt.isEmpty() && hasEntries(pair.a()) == hasEntries(pair.b());
        Optional<String> reason = sequence.notCompared();
        if (reason.isEmpty()
                && !entriesCompare
                && pair.sequenceA().isEmpty()
                && pair.sequenceB().isEmpty()) {
            reason = Optional.of("the " + (hasEntries(pair.a()) ? "target" : "baseline") + " has no text");
        }
        var beads = new ArrayList<Bead>(sequence.beads());
        beads.addAll(keyed.beads());
        List<Bead> alignment = ordered(beads, pair.b().size());
        boolean ordered = sequence.notCompared().isEmpty();
        List<Bead> compared = alignment.stream()
                .filter(x -> !isInCut(x, sequence.cuts()) && !sequence.told().contains(x))
                .filter(x -> switch (pair.kind(x)) {
                    case PROSE, CUE -> ordered && x.confidence() >= LEAST_CONFIDENCE;
                    case ENTRY -> entriesCompare;
                    case FIELD -> same || Fields.independentOfLanguage(pair.first(x));
                })
                .toList();
        var details = new HashMap<>(sequence.details());
        details.putAll(keyed.details());
        var differences = new Differences(pair.left(), pair.right(), vocabulary, details, alignment);
        Optional<MissingTail> tail = ordered && ends ? MissingTail.of(alignment, pair) : Optional.empty();
        return new Collation(
                alignment,
                tail.map(end -> differences.of(
                                compared.stream().filter(x -> !end.holds(x)).toList(),
                                sequence.omissions().stream()
                                        .filter(x -> !end.holds(x))
                                        .toList(),
                                sequence.cuts(),
                                end))
                        .orElseGet(() -> differences.of(compared, sequence.omissions(), sequence.cuts())),
                reason,
                tail.map(MissingTail::note)
                        .map(note -> sequence.with(note).notes())
                        .orElse(sequence.notes()),
                sequence.costs());
    }

    private Aligned sequence(Sides pair, boolean same, Vocabulary vocabulary) {
        Selection a = pair.inOrderA();
        Selection b = pair.inOrderB();
        boolean timed = Timed.hasTimes(a) && Timed.hasTimes(b);
        var byTime = timed
                ? Timed.align(a, b, same ? new SameCues(a, b, vocabulary) : new RenderedCues())
                : Optional.<Aligned>empty();
        if (byTime.isPresent()) {
            return same ? byTime.get() : across.get().withLosses(byTime.get(), a, b);
        }
        Aligned byText = same ? Sequence.of(a, b, vocabulary) : across.get().align(a, b);
        return timed
                ? byText.with("the time codes of the two do not fit each other: compared by what is said alone")
                : byText;
    }

    private Aligned keyed(Sides pair, boolean same, Vocabulary vocabulary) {
        List<Bead> beads = Keyed.beads(pair.a(), pair.keyedA(), pair.b(), pair.keyedB(), same, vocabulary);
        Aligned keyed = Aligned.of(beads, Costs.NONE);
        return same ? keyed : across.get().withLosses(keyed, pair.inOrderA(), pair.inOrderB());
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
    public static boolean sameLanguage(String one, String other) {
        String left = primary(one);
        String right = primary(other);
        return left.equals(right) || left.isEmpty() || right.isEmpty();
    }

    private static String primary(String tag) {
        String primary = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return primary.equals("und") ? "" : primary;
    }

    /** Cues that lie within a cut are told of with it. */
    private static boolean isInCut(Bead bead, List<Aligned.Cut> cuts) {
        return switch (bead.kind()) {
            case REMOVED ->
                cuts.stream().anyMatch(cut -> !cut.inTarget() && cut.passages().containsAll(bead.baseline()));
            case ADDED ->
                cuts.stream().anyMatch(cut -> cut.inTarget() && cut.passages().containsAll(bead.target()));
            default -> false;
        };
    }

    private static boolean hasEntries(List<Passage> passages) {
        return passages.stream().anyMatch(p -> p.getKind() == PassageKind.ENTRY);
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
