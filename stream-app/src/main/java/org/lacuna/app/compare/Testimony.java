package org.lacuna.app.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.Witnesses;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Place;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.WitnessState;

/**
 * How passages stand in releases of a work, looked up section by section from where they would be expected, so that most
 * sections are never read. The indices of the sections read last are kept. One thread.
 */
final class Testimony {

    /** So many tokens are kept indexed: some 30 MB. */
    private static final long MOST_TOKENS = 300_000;

    /** From the least to the most that a section can say. */
    private static final List<WitnessState> ORDER =
            List.of(WitnessState.UNKNOWN, WitnessState.MISSING, WitnessState.ALTERED, WitnessState.PRESENT);

    private final Map<String, Witnesses> indices = new LinkedHashMap<>(16, 0.75f, true);
    private final Reads reads;
    private long tokens;

    Testimony(Reads reads) {
        this.reads = reads;
    }

    /**
     * How a passage stands in a version.
     *
     * @param from the version that it stands in
     */
    WitnessState lookUp(Place place, Version from, Version witness) {
        if (witness.absent() || unlike(place, witness)) {
            return WitnessState.UNKNOWN;
        }
        Optional<Integer> section = place.getPassages().stream().findFirst().map(from::sectionOf);
        if (section.map(from.sections()::get)
                .filter(ref -> hashes(witness).contains(ref.getHash()))
                .isPresent()) {
            return WitnessState.PRESENT;
        }
        double expected = section.map(s -> (double) s / from.sections().size()).orElse(0.0);
        int count = witness.sections().size();
        var nearFirst = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> Math.abs((double) s / count - expected)))
                .map(witness.sections()::get)
                .toList();
        return best(place, witness, nearFirst);
    }

    /** How a passage stands in a version, if it stood so in the one before: only what changed is read. */
    WitnessState lookUp(Place place, Version from, Version witness, Version earlier, WitnessState before) {
        if (witness.absent() || earlier.absent() || before == WitnessState.UNKNOWN || unlike(place, witness)) {
            return lookUp(place, from, witness);
        }
        var come = best(place, witness, without(witness, hashes(earlier)));
        if (rank(come) >= rank(before)) {
            return come;
        }
        var gone = best(place, earlier, without(earlier, hashes(witness)));
        return before != WitnessState.MISSING && rank(gone) >= rank(before) ? lookUp(place, from, witness) : before;
    }

    /** Whether a passage stands in what is new of a version and stood in nothing that it replaces. */
    boolean appeared(Place place, Version earlier, Version now) {
        return !unlike(place, now)
                && best(place, now, without(now, hashes(earlier))) == WitnessState.PRESENT
                && best(place, earlier, without(earlier, hashes(now))) != WitnessState.PRESENT;
    }

    private static boolean unlike(Place place, Version witness) {
        return !Comparer.sameLanguage(place.getLanguage(), witness.release().getLanguage());
    }

    private static int rank(WitnessState state) {
        return ORDER.indexOf(state);
    }

    private static Set<String> hashes(Version version) {
        return version.sections().stream().map(SectionRef::getHash).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<SectionRef> without(Version version, Set<String> hashes) {
        return version.sections().stream()
                .filter(section -> !hashes.contains(section.getHash()))
                .toList();
    }

    private WitnessState best(Place place, Version witness, List<SectionRef> sections) {
        var best = WitnessState.UNKNOWN;
        for (var section : sections) {
            var state = index(witness, section).lookUp(place);
            if (rank(state) > rank(best)) {
                best = state;
            }
            if (best == WitnessState.PRESENT) {
                break;
            }
        }
        return best;
    }

    private Witnesses index(Version witness, SectionRef section) {
        String language = witness.release().getLanguage();
        String key = language + "\n" + section.getHash();
        var known = indices.get(key);
        if (known != null) {
            return known;
        }
        var index = Witnesses.of(new Text(language, List.of(witness.text(section))));
        reads.tokens(index.size());
        indices.put(key, index);
        tokens += index.size();
        var oldest = indices.entrySet().iterator();
        while (tokens > MOST_TOKENS && indices.size() > 1) {
            tokens -= oldest.next().getValue().size();
            oldest.remove();
        }
        return index;
    }
}
