package org.lacuna.app.bench.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;

/**
 * Holds what a comparison says is missing from a text against a gold list of places, by words. A change stands where its
 * text stands in the file, nearest to its passage; where it stands nowhere word for word, in its runs of five and more words
 * near by.
 */
public final class RemovedScorer {

    private static final Pattern WORD = Pattern.compile("\\w+(?:['\u2019]\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int NEAR = 4_000;
    private static final int RUN = 5;
    private static final double FOUND = 0.8;

    /**
     * A place where the texts differ.
     *
     * @param removed whether the target has nothing there
     * @param first its first word, from 0
     * @param words how many it has
     */
    public record Locus(boolean removed, int first, int words) {}

    private final List<String> words;
    private final Map<String, List<Integer>> starts = new HashMap<>();
    private final List<Locus> gold;

    /** A scorer of one text. */
    public RemovedScorer(String baseline, List<Locus> gold) {
        this.words = words(baseline);
        this.gold = List.copyOf(gold);
        for (int i = 0; i < words.size(); i++) {
            starts.computeIfAbsent(words.get(i), w -> new ArrayList<>()).add(i);
        }
    }

    /** The words of a text in lower case, as places count them. */
    static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('_', ' '))
                .results()
                .map(match -> match.group())
                .toList();
    }

    /** The words that a comparison says are removed or shortened and, where asked for, altered. */
    public BitSet reported(Collation collation, int passages, boolean altered) {
        var said = new BitSet();
        for (var difference : collation.differences()) {
            ChangeKind kind = difference.kind();
            boolean counts = kind == ChangeKind.REMOVED
                    || kind == ChangeKind.SHORTENED
                    || (altered && kind == ChangeKind.ALTERED);
            if (counts && difference.baseline().isPresent()) {
                said.or(place(difference.baseline().get(), passages));
            }
        }
        return said;
    }

    /** Right and given in words, found and gold in removed places of at least so many words. */
    public Score score(BitSet said, int least) {
        var truth = new BitSet();
        gold.forEach(locus -> truth.set(locus.first(), locus.first() + locus.words()));
        var right = (BitSet) said.clone();
        right.and(truth);
        List<Locus> loci =
                gold.stream().filter(g -> g.removed() && g.words() >= least).toList();
        long found = loci.stream()
                .filter(g -> said.get(g.first(), g.first() + g.words()).cardinality() >= FOUND * g.words())
                .count();
        return new Score(right.cardinality(), said.cardinality(), found, loci.size());
    }

    private BitSet place(Place place, int passages) {
        var where = new BitSet();
        List<String> text = words(place.getText());
        if (text.isEmpty()) {
            return where;
        }
        int passage = place.getPassages().isEmpty() ? 0 : place.getPassages().getFirst();
        double near = (double) words.size() * passage / Math.max(1, passages);
        int best = -1;
        for (int i : starts.getOrDefault(text.getFirst(), List.of())) {
            boolean here = i + text.size() <= words.size()
                    && words.subList(i, i + text.size()).equals(text);
            if (here && (best < 0 || Math.abs(i - near) < Math.abs(best - near))) {
                best = i;
            }
        }
        if (best >= 0) {
            where.set(best, best + text.size());
            return where;
        }
        int low = Math.max(0, (int) near - NEAR);
        int high = Math.min(words.size(), Math.max(low, (int) near + NEAR + text.size()));
        for (var block : new LongestBlocks(text, words.subList(low, high)).find()) {
            if (block.length() >= RUN) {
                where.set(low + block.inSecond(), low + block.inSecond() + block.length());
            }
        }
        return where;
    }
}
