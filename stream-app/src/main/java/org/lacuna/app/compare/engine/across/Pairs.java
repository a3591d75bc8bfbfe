package org.lacuna.app.compare.engine.across;

import java.util.Arrays;

/**
 * Numbers pairs of words, from 0 in the order in which they are met: open addressing over primitive keys. Not
 * thread-safe while it grows.
 */
final class Pairs {

    private static final int FREE = -1;

    private long[] keys = new long[1 << 12];
    private int[] slots = free(1 << 12);
    private long[] inOrder = new long[1 << 10];
    private int size;

    /** The number of a pair, a new one where it was not met before. */
    int of(int first, int second) {
        long key = ((long) first << 32) | second;
        int at = slot(key);
        if (slots[at] != FREE) {
            return slots[at];
        }
        if (size == inOrder.length) {
            inOrder = Arrays.copyOf(inOrder, size * 2);
        }
        inOrder[size] = key;
        keys[at] = key;
        slots[at] = size++;
        if (size * 2 > keys.length) {
            grow();
        }
        return size - 1;
    }

    int first(int pair) {
        return (int) (inOrder[pair] >>> 32);
    }

    int second(int pair) {
        return (int) inOrder[pair];
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 40) & mask;
        at ^= (int) (mixed >>> 20) & mask;
        while (slots[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        keys = new long[keys.length * 2];
        slots = free(keys.length);
        for (int i = 0; i < size; i++) {
            int at = slot(inOrder[i]);
            keys[at] = inOrder[i];
            slots[at] = i;
        }
    }

    private static int[] free(int length) {
        var slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
