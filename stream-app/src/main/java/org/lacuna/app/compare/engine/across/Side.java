package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.lacuna.app.compare.engine.collation.Selection;

/**
 * The sentences of one text. Sentence indices count from 0 over those that have words; blank passages are left out.
 *
 * @param passages the passage of each sentence, in the whole text
 * @param words the words of each sentence
 * @param lengths how much each sentence says, in characters
 * @param breaks whether a section begins with the sentence
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Side(int[] passages, int[][] words, double[] lengths, boolean[] breaks) {

    /** Reads the selected passages of a text; blank ones are left out. */
    static Side of(Selection selection, Reading reading) {
        List<Integer> passages = selection.of();
        List<String> texts =
                passages.stream().map(i -> selection.all().get(i).getText()).toList();
        IntUnaryOperator section = selection.section();
        var kept = new ArrayList<Integer>();
        var words = new ArrayList<int[]>();
        for (int p = 0; p < texts.size(); p++) {
            int[] read = reading.of(texts.get(p));
            if (read.length > 0) {
                kept.add(p);
                words.add(read);
            }
        }
        int n = kept.size();
        var of = new int[n];
        var lengths = new double[n];
        var breaks = new boolean[n];
        for (int s = 0; s < n; s++) {
            int p = kept.get(s);
            of[s] = passages.get(p);
            lengths[s] = Reading.length(texts.get(p));
            breaks[s] = s == 0 || section.applyAsInt(of[s]) != section.applyAsInt(of[s - 1]);
        }
        return new Side(of, words.toArray(int[][]::new), lengths, breaks);
    }

    int size() {
        return words.length;
    }

    double totalLength() {
        double sum = 0;
        for (double length : lengths) {
            sum += length;
        }
        return sum;
    }
}
