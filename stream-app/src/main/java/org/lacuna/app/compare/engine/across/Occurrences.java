package org.lacuna.app.compare.engine.across;

import java.util.Arrays;

/**
 * In which sentences each word stands, ascending, and how often; immutable.
 *
 * @param starts for each word its first entry below; the last element is their number
 * @param sentences indices of sentences, from 0
 * @param counts how often the word stands in each of them
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Occurrences(int[] starts, int[] sentences, int[] counts) {

    static Occurrences of(int[][] words, int vocabulary) {
        var last = new int[vocabulary];
        var starts = new int[vocabulary + 1];
        Arrays.fill(last, -1);
        for (int s = 0; s < words.length; s++) {
            for (int word : words[s]) {
                if (last[word] != s) {
                    last[word] = s;
                    starts[word + 1]++;
                }
            }
        }
        for (int w = 0; w < vocabulary; w++) {
            starts[w + 1] += starts[w];
        }
        var sentences = new int[starts[vocabulary]];
        var counts = new int[sentences.length];
        int[] at = Arrays.copyOf(starts, vocabulary);
        Arrays.fill(last, -1);
        for (int s = 0; s < words.length; s++) {
            for (int word : words[s]) {
                if (last[word] != s) {
                    last[word] = s;
                    sentences[at[word]++] = s;
                }
                counts[at[word] - 1]++;
            }
        }
        return new Occurrences(starts, sentences, counts);
    }

    /** The first entry of a word that is not before a sentence. */
    int firstFrom(int word, int sentence) {
        int at = Arrays.binarySearch(sentences, starts[word], starts[word + 1], sentence);
        return at < 0 ? -at - 1 : at;
    }

    int end(int word) {
        return starts[word + 1];
    }
}
