package org.lacuna.app.compare.engine.across;

/**
 * What is known of pairs of words before the texts are read: from a word list, from what both texts share, or from what
 * earlier texts of the work taught.
 *
 * @param pairs a word of the first text and one of the second
 * @param forward for each pair how often the first is taken to have been rendered by the second
 * @param backward the same the other way round
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
record Prior(Pairs pairs, float[] forward, float[] backward) {

    float weight(int pair, boolean isForward) {
        return isForward ? forward[pair] : backward[pair];
    }
}
