package org.lacuna.app.compare.engine.across;

import java.util.Arrays;

/**
 * How likely a word of one text is rendered by a word of the other, one way; immutable.
 *
 * <p>Source: Brown, Della Pietra, Della Pietra and Mercer, "The Mathematics of Statistical Machine Translation",
 * Computational Linguistics 19(2), 1993, model 1.
 *
 * @param starts for each rendering word its first entry below; the last element is their number
 * @param sources words that it may render
 * @param chances how likely each of them is rendered so
 * @param none how likely it stands there without rendering anything
 * @param common how common it is in its text
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record WordModel(int[] starts, int[] sources, float[] chances, double[] none, double[] common) {

    /** Chances below this one tell nothing from chance and only cost time. */
    private static final double LEAST = 5e-4;

    /** Sorts weighted pairs by the rendering word. */
    static WordModel of(Pairs pairs, double[] chances, boolean forward, double[] none, double[] common) {
        int n = pairs.size();
        var starts = new int[common.length + 1];
        for (int p = 0; p < n; p++) {
            if (chances[p] > LEAST) {
                starts[(forward ? pairs.second(p) : pairs.first(p)) + 1]++;
            }
        }
        for (int w = 0; w < common.length; w++) {
            starts[w + 1] += starts[w];
        }
        var sources = new int[starts[common.length]];
        var kept = new float[sources.length];
        int[] at = Arrays.copyOf(starts, common.length);
        for (int p = 0; p < n; p++) {
            if (chances[p] > LEAST) {
                int slot = at[forward ? pairs.second(p) : pairs.first(p)]++;
                sources[slot] = forward ? pairs.first(p) : pairs.second(p);
                kept[slot] = (float) chances[p];
            }
        }
        return new WordModel(starts, sources, kept, none, common);
    }
}
