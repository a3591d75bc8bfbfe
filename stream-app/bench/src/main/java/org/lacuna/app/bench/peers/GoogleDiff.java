package org.lacuna.app.bench.peers;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bitbucket.cowwoc.diffmatchpatch.DiffMatchPatch;

/**
 * Google's diff-match-patch, which compares characters: each token is given one. Its own time limit is the one of the run;
 * without one it would give up after a second, with a coarse answer.
 */
final class GoogleDiff implements Peer {

    private static final double MILLIS = 1_000;

    @Override
    public String name() {
        return "diff-match-patch (cowwoc 1.2)";
    }

    @Override
    public int[] partners(int[] a, int[] b, Limit limit) {
        Map<Integer, Character> letters = new HashMap<>();
        String left = written(a, letters);
        String right = written(b, letters);
        var google = new DiffMatchPatch();
        google.diffTimeout = (float) (limit.length().toMillis() / MILLIS);
        var partners = new int[a.length];
        Arrays.fill(partners, -1);
        int i = 0;
        int j = 0;
        for (var diff : google.diffMain(left, right, false)) {
            int length = diff.text.length();
            switch (diff.operation) {
                case EQUAL -> {
                    Peer.pair(partners, i, i + length, j);
                    i += length;
                    j += length;
                }
                case DELETE -> i += length;
                case INSERT -> j += length;
            }
        }
        if (limit.over() || Duration.ZERO.equals(limit.length())) {
            throw new TimeIsUp();
        }
        return partners;
    }

    /** The same tokens as characters; a text with more kinds of them than there are characters cannot be written so. */
    private static String written(int[] ids, Map<Integer, Character> letters) {
        var text = new StringBuilder(ids.length);
        for (int id : ids) {
            Character letter = letters.get(id);
            if (letter == null) {
                // Past the surrogates, which the program would take for halves of a character.
                int next = letters.size() + 1;
                letter = (char) (next < Character.MIN_SURROGATE ? next : next + SURROGATES);
                letters.put(id, letter);
            }
            text.append(letter.charValue());
        }
        return text.toString();
    }

    private static final int SURROGATES = 0x800;
}
