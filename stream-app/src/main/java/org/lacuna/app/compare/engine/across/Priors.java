package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lacuna.app.lexicon.WordList;

/** Makes the prior of two texts: words that both share render themselves, others as a word list says. */
final class Priors {

    private static final float SHARED = 2;
    private static final float LISTED = 3;

    private final Words words;
    private final boolean[] inA;
    private final boolean[] inB;
    private final Pairs pairs = new Pairs();
    private float[] forward = new float[1024];
    private float[] backward = new float[1024];

    private Priors(Side a, Side b, Words words) {
        this.words = words;
        inA = in(a, words.size());
        inB = in(b, words.size());
    }

    /**
     * The prior of two texts.
     *
     * @param languages BCP 47 tags of the two texts
     */
    static Prior of(Side a, Side b, Words words, WordList list, List<String> languages) {
        var priors = new Priors(a, b, words);
        for (int w = 0; w < priors.inA.length; w++) {
            if (priors.inA[w] && priors.inB[w] && words.text(w).length() > 1) {
                priors.add(w, w, SHARED, SHARED);
            }
        }
        if (list.knows(languages.get(0), languages.get(1))) {
            boolean inOrder = WordList.isEnglish(languages.get(0));
            list.entries().forEach(entry -> priors.add(entry, inOrder));
        }
        int n = priors.pairs.size();
        return new Prior(priors.pairs, Arrays.copyOf(priors.forward, n), Arrays.copyOf(priors.backward, n));
    }

    private static boolean[] in(Side side, int vocabulary) {
        var in = new boolean[vocabulary];
        for (int[] sentence : side.words()) {
            for (int word : sentence) {
                in[word] = true;
            }
        }
        return in;
    }

    /** A list names words; the texts are read as stems and single characters, so that each stem meets each character. */
    private void add(WordList.Entry entry, boolean inOrder) {
        List<String> english = List.of(entry.english());
        List<Integer> ours = parts(inOrder ? english : entry.chinese(), inA);
        List<Integer> theirs = parts(inOrder ? entry.chinese() : english, inB);
        for (int x : ours) {
            for (int y : theirs) {
                add(x, y, LISTED / theirs.size(), LISTED / ours.size());
            }
        }
    }

    private List<Integer> parts(List<String> texts, boolean[] in) {
        var parts = new ArrayList<Integer>();
        var scratch = new Words();
        var reading = new Reading(scratch);
        for (String text : texts) {
            for (int part : reading.of(text)) {
                int known = words.find(scratch.text(part));
                if (known >= 0 && in[known] && !parts.contains(known)) {
                    parts.add(known);
                }
            }
        }
        return parts;
    }

    private void add(int x, int y, float there, float back) {
        int pair = pairs.of(x, y);
        if (pair >= forward.length) {
            forward = Arrays.copyOf(forward, forward.length * 2);
            backward = Arrays.copyOf(backward, backward.length * 2);
        }
        forward[pair] += there;
        backward[pair] += back;
    }
}
