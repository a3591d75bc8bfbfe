package org.lacuna.app.compare.engine.same;

import java.util.Arrays;

/** Which token of one side stands for which of the other; -1 where none does. Filled by the steps of the pipeline. */
public final class Matching {

    /** The tokens of the first side; not to be written to. */
    public final int[] a;
    /** The tokens of the second side; not to be written to. */
    public final int[] b;
    /** For each token of the first side its partner in the second, or -1. */
    public final int[] partnerOfA;
    /** For each token of the second side its partner in the first, or -1. */
    public final int[] partnerOfB;

    /** Runs of tokens looked up as anchors. */
    long probes;

    /** Cells of exact alignment filled. */
    long cells;

    /** Whether a part was aligned without looking at every possibility, as its bound was reached. */
    boolean coarse;

    /** Two sides without any match yet. */
    public Matching(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        partnerOfA = new int[a.length];
        partnerOfB = new int[b.length];
        Arrays.fill(partnerOfA, -1);
        Arrays.fill(partnerOfB, -1);
    }

    /** Makes two tokens each other's partner. */
    public void link(int i, int j) {
        partnerOfA[i] = j;
        partnerOfB[j] = i;
    }

    void unlink(int i) {
        if (partnerOfA[i] >= 0) {
            partnerOfB[partnerOfA[i]] = -1;
            partnerOfA[i] = -1;
        }
    }

    /** The number of tokens matched. */
    public int size() {
        int n = 0;
        for (int j : partnerOfA) {
            n += j >= 0 ? 1 : 0;
        }
        return n;
    }
}
