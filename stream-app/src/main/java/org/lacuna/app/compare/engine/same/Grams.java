package org.lacuna.app.compare.engine.same;

import java.util.Arrays;

/**
 * Finds runs of k tokens that occur once in each of two ranges. Open addressing on 64-bit rolling hashes; long ranges
 * are thinned by a rule on the hash itself, so that both sides keep the same runs.
 */
final class Grams {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int TWICE = -2;
    private static final int FREE = -1;
    private static final int THIN_FROM = 40_000;

    private final long[] keys;
    private final int[] first;
    private final int[] second;
    private final int mask;

    private Grams(int capacity) {
        int size = Integer.highestOneBit(Math.max(8, capacity)) * 4;
        keys = new long[size];
        first = new int[size];
        second = new int[size];
        Arrays.fill(first, FREE);
        Arrays.fill(second, FREE);
        mask = size - 1;
    }

    /** What to do with a run. */
    private interface Visitor {
        void visit(long hash, int position);
    }

    /** Pairs (position in a, position in b) packed as a long, ascending in a. */
    static long[] unique(int[] a, int[] b, Range range, int k) {
        int n = range.aTo() - range.aFrom();
        long thin = n > THIN_FROM && k >= 4 ? 3 : 0;
        var table = new Grams(thin == 0 ? n : n / 4);
        each(a, range.aFrom(), range.aTo(), k, thin, table::putFirst);
        each(b, range.bFrom(), range.bTo(), k, thin, table::putSecond);
        var found = new long[table.keys.length];
        int count = 0;
        for (int s = 0; s < table.keys.length; s++) {
            if (table.first[s] >= 0 && table.second[s] >= 0) {
                found[count++] = ((long) table.first[s] << 32) | table.second[s];
            }
        }
        long[] pairs = Arrays.copyOf(found, count);
        Arrays.sort(pairs);
        return pairs;
    }

    private static void each(int[] ids, int from, int to, int k, long thin, Visitor visitor) {
        long power = 1;
        for (int i = 0; i < k; i++) {
            power *= FACTOR;
        }
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + mixed(ids[i]);
            if (i - from >= k) {
                hash -= power * mixed(ids[i - k]);
            }
            long mix = hash ^ (hash >>> 29);
            if (i - from >= k - 1 && (mix & thin) == 0) {
                visitor.visit(mix * 0xBF58476D1CE4E5B9L, i - k + 1);
            }
        }
    }

    private static long mixed(int id) {
        return (id + 1L) * 0x94D049BB133111EBL;
    }

    private void putFirst(long hash, int position) {
        int slot = slot(hash);
        keys[slot] = hash;
        first[slot] = first[slot] == FREE ? position : TWICE;
    }

    private void putSecond(long hash, int position) {
        int slot = slot(hash);
        if (first[slot] != FREE) {
            second[slot] = second[slot] == FREE ? position : TWICE;
        }
    }

    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & mask;
        while (first[slot] != FREE && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
