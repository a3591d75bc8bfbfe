package org.lacuna.app.compare.engine.across;

import java.util.Arrays;

/**
 * How well the words of a sentence are explained by stretches of the other text: for each stretch of up to
 * {@value #MOST} sentences the log-likelihood ratio against the words' commonness. Immutable; safe for many threads.
 */
final class Evidence {

    /** Most sentences on one side of a bead. */
    static final int MOST = 5;

    /** So much of each word is left to chance: one missing word must not outweigh all others. */
    private static final double CHANCE = 0.9;

    private static final double UNEXPLAINED = Math.log(CHANCE);

    private final WordModel model;
    private final double unexplained;
    private final Occurrences occurrences;
    private final int[][] sources;

    /**
     * Evidence from one text on the other.
     *
     * @param sources the sentences that are taken to be rendered
     * @param trust from 0 to 1, how much a word that the model cannot explain counts against a stretch: a model that was
     *     learned from little says nothing of most words
     */
    Evidence(WordModel model, int[][] sources, double trust) {
        this.model = model;
        this.unexplained = trust * UNEXPLAINED;
        this.sources = sources;
        this.occurrences = Occurrences.of(sources, model.common().length);
    }

    /**
     * The ratios of one sentence against all stretches that begin in a range.
     *
     * @param sentence words of the sentence
     * @param from first stretch's first sentence
     * @param to one after the last stretch's first sentence
     * @return for each number of sentences from 1, at its place less one, and for each beginning from {@code from}: the
     *     ratio, natural logarithm; stretches that would run past the end have that of the sentences there are
     */
    float[][] of(int[] sentence, int from, int to) {
        int reach = Math.min(sources.length, to + MOST - 1);
        int width = to - from;
        var ratios = new float[MOST][width];
        var chances = new float[reach - from];
        double plain = 0;
        for (int word : sentence) {
            if (!gather(word, from, reach, chances)) {
                plain += unexplained;
                continue;
            }
            double none = model.none()[word];
            double scale = (1 - CHANCE) / model.common()[word];
            for (int at = 0; at < width; at++) {
                double sum = none;
                int length = 1;
                for (int k = 0; k < MOST; k++) {
                    if (from + at + k < reach) {
                        sum += chances[at + k];
                        length += sources[from + at + k].length;
                    }
                    ratios[k][at] += fastLog((float) (scale * sum / length + CHANCE));
                }
            }
            Arrays.fill(chances, 0);
        }
        for (float[] row : ratios) {
            for (int at = 0; at < width; at++) {
                row[at] += (float) plain;
            }
        }
        return ratios;
    }

    private boolean gather(int word, int from, int to, float[] chances) {
        boolean any = false;
        for (int e = model.starts()[word]; e < model.starts()[word + 1]; e++) {
            int source = model.sources()[e];
            float chance = model.chances()[e];
            int end = occurrences.end(source);
            for (int at = occurrences.firstFrom(source, from); at < end; at++) {
                int sentence = occurrences.sentences()[at];
                if (sentence >= to) {
                    break;
                }
                chances[sentence - from] += chance * occurrences.counts()[at];
                any = true;
            }
        }
        return any;
    }

    /** Natural logarithm with an error below 0.00005, the same on every machine; for values above zero. */
    static float fastLog(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = (bits >> 23) - 127;
        float m = Float.intBitsToFloat((bits & 0x7FFFFF) | 0x3F800000);
        // Least squares of the binary logarithm between 1 and 2.
        float log2 =
                ((((0.0434295f * m - 0.4048726f) * m + 1.59392f) * m - 3.4925256f) * m + 5.0469017f) * m - 2.786821f;
        return (log2 + exponent) * 0.6931472f;
    }
}
