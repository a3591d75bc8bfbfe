package org.lacuna.app.compare.engine.keyed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Anchors;
import org.lacuna.app.compare.engine.same.Classifier;
import org.lacuna.app.compare.engine.same.Matching;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Aligns entries of string tables and metadata fields by their keys; what was only renamed is found by its content. */
public final class Keyed {

    private static final int TRIVIAL = 3;

    /** A key, the kind of passage and which of several equal keys it is, from 0. */
    private record Slot(PassageKind kind, String key, int occurrence) {}

    private final List<Passage> a;
    private final List<Passage> b;
    private final boolean sameLanguage;
    private final Vocabulary vocabulary;
    private final Normaliser normaliser;
    private final List<Bead> beads = new ArrayList<>();

    private Keyed(List<Passage> a, List<Passage> b, boolean sameLanguage, Vocabulary vocabulary) {
        this.a = a;
        this.b = b;
        this.sameLanguage = sameLanguage;
        this.vocabulary = vocabulary;
        this.normaliser = new Normaliser(vocabulary);
    }

    /** Beads of the given passages, all with a key; indices are those of the whole texts. */
    public static List<Bead> beads(
            List<Passage> a,
            List<Integer> ofA,
            List<Passage> b,
            List<Integer> ofB,
            boolean same,
            Vocabulary vocabulary) {
        var keyed = new Keyed(a, b, same, vocabulary);
        keyed.align(slots(a, ofA), slots(b, ofB));
        return keyed.beads;
    }

    private static Map<Slot, Integer> slots(List<Passage> passages, List<Integer> indices) {
        Map<Slot, Integer> slots = new LinkedHashMap<>();
        Map<Slot, Integer> counts = new HashMap<>();
        for (int i : indices) {
            Passage p = passages.get(i);
            var first = new Slot(p.getKind(), p.getKey().orElse(""), 0);
            int n = counts.merge(first, 1, Integer::sum) - 1;
            slots.put(new Slot(first.kind(), first.key(), n), i);
        }
        return slots;
    }

    private void align(Map<Slot, Integer> left, Map<Slot, Integer> right) {
        var missing = new ArrayList<Integer>();
        left.forEach((slot, i) -> {
            Integer j = right.remove(slot);
            if (j == null) {
                missing.add(i);
            } else {
                beads.add(new Bead(List.of(i), List.of(j), kind(a.get(i), b.get(j))));
            }
        });
        Map<List<Integer>, Integer> added = new HashMap<>();
        for (int j : right.values()) {
            added.merge(content(b.get(j)), j, (one, other) -> -1);
        }
        var renamed = new HashSet<Integer>();
        for (int i : missing) {
            List<Integer> content = content(a.get(i));
            int j = content.size() < TRIVIAL || !isEntry(a.get(i)) ? -1 : added.getOrDefault(content, -1);
            if (j >= 0 && isEntry(b.get(j))) {
                added.put(content, -1);
                renamed.add(j);
                beads.add(new Bead(List.of(i), List.of(j), Bead.Kind.SAME));
            } else {
                beads.add(new Bead(List.of(i), List.of(), Bead.Kind.REMOVED));
            }
        }
        right.values().stream()
                .filter(j -> !renamed.contains(j))
                .forEach(j -> beads.add(new Bead(List.of(), List.of(j), Bead.Kind.ADDED)));
    }

    private Bead.Kind kind(Passage one, Passage other) {
        if (!isEntry(one)) {
            return Fields.same(one, other, normaliser) ? Bead.Kind.SAME : Bead.Kind.ALTERED;
        }
        if (one.getText().equals(other.getText())) {
            return Bead.Kind.SAME;
        }
        if (other.getText().isBlank()) {
            // A key with nothing behind it shows nothing.
            return one.getText().isBlank() ? Bead.Kind.SAME : Bead.Kind.REMOVED;
        }
        if (!sameLanguage) {
            return one.getText().isBlank() ? Bead.Kind.ALTERED : Bead.Kind.SAME;
        }
        Tokens left = Tokens.of(List.of(one), normaliser, vocabulary);
        Tokens right = Tokens.of(List.of(other), normaliser, vocabulary);
        if (left.ids.length > 0 && right.ids.length == 0) {
            return Bead.Kind.ALTERED;
        }
        Matching m = Anchors.align(left.ids, right.ids);
        return new Classifier(left, right, m, vocabulary).kind(List.of(0), List.of(0));
    }

    private static boolean isEntry(Passage passage) {
        return passage.getKind() == PassageKind.ENTRY;
    }

    private List<Integer> content(Passage passage) {
        return Arrays.stream(normaliser.tokens(passage.getText())).boxed().toList();
    }
}
