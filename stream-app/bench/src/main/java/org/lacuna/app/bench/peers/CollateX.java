package org.lacuna.app.bench.peers;

import eu.interedition.collatex.CollationAlgorithm;
import eu.interedition.collatex.Token;
import eu.interedition.collatex.VariantGraph;
import eu.interedition.collatex.dekker.DekkerAlgorithm;
import eu.interedition.collatex.dekker.Match;
import eu.interedition.collatex.matching.EqualityTokenComparator;
import eu.interedition.collatex.simple.SimpleToken;
import eu.interedition.collatex.simple.SimpleWitness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** CollateX with Dekker's algorithm, which also finds what moved. */
public final class CollateX {

    /** Name and version. */
    public static final String NAME = "CollateX 1.7.1 (Dekker)";

    private record Run(int inA, int inB, int length) {}

    private CollateX() {}

    /**
     * Collates two texts of normalised words.
     *
     * @return the tokens of the first text, from 0, in phrases that it matches out of order; its own list of transpositions
     *     leaves out those that moved far
     */
    public static BitSet moved(List<String> a, List<String> b) {
        var dekker = new DekkerAlgorithm(new EqualityTokenComparator());
        CollationAlgorithm algorithm = dekker;
        SimpleWitness left = witness("A", a);
        SimpleWitness right = witness("B", b);
        algorithm.collate(new VariantGraph(), List.<Iterable<Token>>of(left, right));
        var inA = places(left);
        var inB = places(right);
        var runs = new ArrayList<Run>();
        for (List<Match> phrase : dekker.getPhraseMatches()) {
            Match first = phrase.getFirst();
            Token token = first.vertex.tokens().stream()
                    .filter(inA::containsKey)
                    .findFirst()
                    .orElseThrow();
            runs.add(new Run(inA.getOrDefault(token, 0), inB.getOrDefault(first.token, 0), phrase.size()));
        }
        return outOfOrder(runs);
    }

    private static IdentityHashMap<Token, Integer> places(SimpleWitness witness) {
        var places = new IdentityHashMap<Token, Integer>();
        for (Token token : witness) {
            places.put(token, places.size());
        }
        return places;
    }

    /** The tokens of runs that are in no longest chain ascending on both sides. */
    private static BitSet outOfOrder(List<Run> runs) {
        var sorted = runs.stream().sorted(Comparator.comparingInt(Run::inB)).toList();
        var best = new int[sorted.size()];
        var before = new int[sorted.size()];
        int last = -1;
        for (int r = 0; r < best.length; r++) {
            before[r] = -1;
            for (int q = 0; q < r; q++) {
                if (sorted.get(q).inA() < sorted.get(r).inA() && best[q] > best[r]) {
                    best[r] = best[q];
                    before[r] = q;
                }
            }
            best[r] += sorted.get(r).length();
            last = last < 0 || best[r] > best[last] ? r : last;
        }
        var moved = new BitSet();
        sorted.forEach(run -> moved.set(run.inA(), run.inA() + run.length()));
        for (int r = last; r >= 0; r = before[r]) {
            moved.clear(sorted.get(r).inA(), sorted.get(r).inA() + sorted.get(r).length());
        }
        return moved;
    }

    private static SimpleWitness witness(String sigil, List<String> words) {
        var witness = new SimpleWitness(sigil);
        var tokens = new ArrayList<Token>();
        words.forEach(word -> tokens.add(new SimpleToken(witness, word, word)));
        witness.setTokens(tokens);
        return witness;
    }
}
