package org.lacuna.app.lexicon;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the forms of a lexicon in a text in one pass, whatever their number. Immutable after construction and safe for
 * many threads.
 *
 * <p>Forms in Latin letters or digits count on word boundaries, with their simple plural; Chinese forms count anywhere,
 * as the script marks no words. Where one form of a concept holds another, the longer one is the hit.
 *
 * <p>Source: Aho and Corasick, Communications of the ACM 18(6), 1975, over a double-array trie.
 */
public final class Matcher {
    private final AhoCorasickDoubleArrayTrie<List<Entry>> trie = new AhoCorasickDoubleArrayTrie<>();

    private record Entry(Concept concept, Form form, List<String> needs, List<String> notIn) {}

    /** A matcher over all forms of a lexicon. */
    public Matcher(Lexicon lexicon) {
        var entries = new TreeMap<String, List<Entry>>();
        for (Concept concept : lexicon.concepts()) {
            for (Form form : concept.forms()) {
                var entry = new Entry(concept, form, normal(form.needs()), normal(form.notIn()));
                for (String spelling : Latin.withPlural(normal(form.text()))) {
                    entries.computeIfAbsent(spelling, s -> new ArrayList<>()).add(entry);
                }
            }
        }
        trie.build(entries);
    }

    /** What names a concept in the text, in the order of the text. */
    public List<Hit> find(String text) {
        return find(text, "");
    }

    /**
     * What names a concept in the text, in the order of the text.
     *
     * @param context text round about, where the words that a coded form needs may stand too; may be empty
     */
    public List<Hit> find(String text, String context) {
        var vaguer = new HashMap<String, TreeMap<Integer, Hit>>();
        for (Hit hit : hits(text, context, Form.Use.VAGUER)) {
            vaguer.computeIfAbsent(hit.concept().id(), id -> new TreeMap<>()).put(hit.start(), hit);
        }
        var names = hits(text, context, Form.Use.NAMES);
        // An official word may hold a name ("Tiananmen incident"): there it is the official word that stands.
        names.removeIf(n -> isWithin(n, vaguer.getOrDefault(n.concept().id(), new TreeMap<>())));
        return List.copyOf(names);
    }

    /** None of the others holds another, so that only the last one to start before the hit can hold it. */
    private static boolean isWithin(Hit hit, NavigableMap<Integer, Hit> others) {
        var before = others.floorEntry(hit.start());
        return before != null && hit.within(before.getValue());
    }

    /** Weaker or official words that may stand for a concept, in the order of the text. */
    public List<Hit> findVaguer(String text) {
        return List.copyOf(hits(text, "", Form.Use.VAGUER));
    }

    private List<Hit> hits(String original, String context, Form.Use use) {
        var normal = NormalText.of(original);
        var text = normal.text();
        var surroundings = text + "\n" + normal(context);
        var beside = new IdentityHashMap<Entry, Boolean>();
        var hits = new ArrayList<Hit>();
        trie.parseText(text, (begin, end, entries) -> {
            if (!Latin.onBoundary(text, begin, end)) {
                return;
            }
            for (Entry entry : entries) {
                if (entry.form().use() == use
                        && entry.notIn().stream().noneMatch(word -> covers(text, word, begin, end))
                        && beside.computeIfAbsent(entry, e -> hasWhatItNeeds(e, surroundings))) {
                    int from = normal.start(begin);
                    int to = normal.end(end);
                    hits.add(new Hit(
                            entry.concept(),
                            original.substring(from, to),
                            from,
                            to,
                            entry.form().ambiguous()));
                }
            }
        });
        return longest(hits);
    }

    private static boolean hasWhatItNeeds(Entry entry, String surroundings) {
        return entry.needs().isEmpty()
                || entry.needs().stream().anyMatch(word -> Latin.containsWord(surroundings, word));
    }

    private static boolean covers(String text, String word, int begin, int end) {
        for (int at = Math.max(0, end - word.length()); at <= begin; at++) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    private static List<Hit> longest(List<Hit> hits) {
        // In this order a hit lies within an earlier one exactly where it ends no later than the furthest of them.
        var furthest = new HashMap<String, Integer>();
        var kept = new ArrayList<Hit>();
        hits.stream()
                .sorted(Comparator.comparingInt(Hit::start).thenComparingInt(h -> -h.end()))
                .forEach(hit -> {
                    if (hit.end() > furthest.getOrDefault(hit.concept().id(), 0)) {
                        furthest.put(hit.concept().id(), hit.end());
                        kept.add(hit);
                    }
                });
        return kept;
    }

    private static String normal(String text) {
        return NormalText.of(text).text().strip();
    }

    private static List<String> normal(List<String> words) {
        return words.stream().map(Matcher::normal).toList();
    }
}
