package org.lacuna.app.bench.peers;

import java.util.List;

/** A program that aligns two sequences of tokens in order. */
public interface Peer {

    /** Name and version, as a reader would look it up. */
    String name();

    /**
     * Aligns.
     *
     * @param limit ends a run that takes too long
     * @return for each token of the first side its partner in the second, or -1
     * @throws TimeIsUp at the limit
     */
    int[] partners(int[] a, int[] b, Limit limit);

    /** Those that the texts of one language are held beside. */
    static List<Peer> all() {
        return List.of(new JGitHistogram(), new DiffUtilsMyers(), new GoogleDiff());
    }

    /** Pairs what lies between differences, which come in order. */
    static void pair(int[] partners, int fromA, int toA, int fromB) {
        for (int i = fromA; i < toA; i++) {
            partners[i] = fromB + i - fromA;
        }
    }
}
