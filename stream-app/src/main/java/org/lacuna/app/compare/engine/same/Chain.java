package org.lacuna.app.compare.engine.same;

import java.util.Arrays;

/** The longest chain of anchors that runs forward in both texts, by patience sorting in O(n log n). */
public final class Chain {

    private Chain() {}

    /** A longest subsequence with ascending second positions of pairs that ascend in the first. */
    public static long[] longest(long[] pairs) {
        var tails = new int[pairs.length];
        var before = new int[pairs.length];
        int length = 0;
        for (int i = 0; i < pairs.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if ((int) pairs[tails[middle]] < (int) pairs[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        var chain = new long[length];
        int at = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            chain[i] = pairs[at];
            at = before[at];
        }
        return Arrays.copyOf(chain, length);
    }
}
