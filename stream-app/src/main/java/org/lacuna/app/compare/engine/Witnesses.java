package org.lacuna.app.compare.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.compare.engine.normal.Headings;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Anchors;
import org.lacuna.app.compare.engine.same.Matching;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;

/** A release that is asked whether passages of another stand in it. Indexed once; thread-safe. */
public final class Witnesses {

    private static final int GRAM = 3;
    private static final double WHOLE = 0.98;
    private static final double PART = 0.4;
    private static final int MOST_SPOTS = 64;

    private final Text witness;
    private final Map<String, Passage> byKey = new HashMap<>();
    private final int[] ids;
    private final Map<Long, int[]> index = new HashMap<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Normaliser normaliser = new Normaliser(vocabulary);

    private Witnesses(Text witness) {
        this.witness = witness;
        List<Passage> passages = witness.passages();
        for (Passage passage : passages) {
            passage.getKey().ifPresent(key -> byKey.putIfAbsent(key, passage));
        }
        ids = Tokens.of(passages, normaliser, vocabulary).ids;
        for (int i = 0; i + GRAM <= ids.length; i++) {
            int at = i;
            index.compute(hash(ids, i), (h, spots) -> with(spots, at));
        }
    }

    private static int[] with(int @Nullable [] spots, int at) {
        if (spots == null) {
            return new int[] {at};
        }
        if (spots.length >= MOST_SPOTS) {
            return spots;
        }
        int[] more = Arrays.copyOf(spots, spots.length + 1);
        more[spots.length] = at;
        return more;
    }

    /** Indexes a release; linear in its size. */
    public static Witnesses of(Text witness) {
        return new Witnesses(witness);
    }

    /** The number of tokens indexed. */
    public int size() {
        return ids.length;
    }

    /**
     * How a passage stands in the witness: by its key where it has one, else wherever its words stand together.
     *
     * @param place where it stands in the baseline
     * @return UNKNOWN where the witness is in another language or says nothing, or the place has no words
     */
    public synchronized WitnessState lookUp(Place place) {
        if (!Comparer.sameLanguage(place.getLanguage(), witness.language()) || ids.length == 0) {
            return WitnessState.UNKNOWN;
        }
        int[] sought = Headings.withoutNumber(normaliser.tokens(place.getText()), vocabulary);
        if (place.getKey().isPresent()) {
            Passage there = byKey.get(place.getKey().get());
            if (there == null) {
                return byKey.isEmpty() ? WitnessState.UNKNOWN : WitnessState.MISSING;
            }
            boolean equal =
                    Arrays.equals(sought, Headings.withoutNumber(normaliser.tokens(there.getText()), vocabulary));
            return equal ? WitnessState.PRESENT : WitnessState.ALTERED;
        }
        if (sought.length == 0) {
            return WitnessState.UNKNOWN;
        }
        return sought.length < 2 * GRAM ? whole(sought) : near(sought);
    }

    private WitnessState whole(int[] sought) {
        if (sought.length < GRAM) {
            for (int i = 0; i + sought.length <= ids.length; i++) {
                if (stands(sought, i)) {
                    return WitnessState.PRESENT;
                }
            }
            return WitnessState.MISSING;
        }
        for (int spot : index.getOrDefault(hash(sought, 0), new int[0])) {
            if (stands(sought, spot)) {
                return WitnessState.PRESENT;
            }
        }
        return WitnessState.MISSING;
    }

    private boolean stands(int[] sought, int at) {
        return at + sought.length <= ids.length && Arrays.equals(sought, 0, sought.length, ids, at, at + sought.length);
    }

    /** Votes for where the passage would begin; the words covered near the best place decide. */
    private WitnessState near(int[] sought) {
        int width = sought.length / 2 + 8;
        Map<Integer, Integer> votes = new HashMap<>();
        for (int i = 0; i + GRAM <= sought.length; i++) {
            for (int spot : index.getOrDefault(hash(sought, i), new int[0])) {
                votes.merge(Math.floorDiv(spot - i, width), 1, Integer::sum);
            }
        }
        int best = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
            int sum = vote.getValue() + votes.getOrDefault(vote.getKey() + 1, 0);
            if (sum > most || (sum == most && vote.getKey() < best)) {
                most = sum;
                best = vote.getKey();
            }
        }
        if (most == 0) {
            return WitnessState.MISSING;
        }
        int from = Math.max(0, best * width - width);
        int to = Math.min(ids.length, (best + 2) * width + sought.length + width);
        Matching m = Anchors.align(sought, Arrays.copyOfRange(ids, from, to));
        double share = (double) m.size() / sought.length;
        double firm = (double) most / (sought.length - GRAM + 1);
        if (share >= WHOLE && firm >= 0.8) {
            return WitnessState.PRESENT;
        }
        return firm >= PART || (share >= 0.6 && firm >= 0.25) ? WitnessState.ALTERED : WitnessState.MISSING;
    }

    private static long hash(int[] ids, int from) {
        long hash = 1;
        for (int t = from; t < from + GRAM; t++) {
            hash = hash * 0x9E3779B97F4A7C15L + ids[t];
        }
        return hash;
    }
}
