package org.lacuna.app.bench.texts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An invented vocabulary in the letters of a real language, whose words come as often as those of a natural text do.
 * Source: Zipf's law in Mandelbrot's form, frequency 1 / (rank + 2.7). Immutable and thread-safe.
 */
public final class Tongue {

    private static final double MANDELBROT = 2.7;
    private static final String[] ONSETS = "b c d f g h l m n p r s t v w br ch cl dr fl gr pl sh st th tr".split(" ");
    private static final String[] RIMES = "a e i o u an en in on ar er or al el ea ou ain ent ing ock ust".split(" ");
    private static final int SYLLABLES = 4;
    /** A run of common characters of which none is the Traditional form of another, as far as it matters here. */
    private static final int FIRST_HAN = 0x4E00;

    private static final int HAN = 3_000;
    private static final int SHARE_OF_ONE_CHARACTER = 3;

    private final List<String> words;
    private final double[] upTo;
    private final boolean han;

    private Tongue(List<String> words, boolean han) {
        this.words = List.copyOf(words);
        this.han = han;
        upTo = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1 / (rank + MANDELBROT);
            upTo[rank] = sum;
        }
    }

    /** Words of Latin letters, shorter ones more often. */
    public static Tongue english(int size, RandomGenerator random) {
        var words = new LinkedHashSet<String>();
        while (words.size() < size) {
            int syllables = 1 + Math.min(SYLLABLES - 1, words.size() * SYLLABLES / size + random.nextInt(2));
            var word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(pick(ONSETS, random)).append(pick(RIMES, random));
            }
            words.add(word.toString());
        }
        return new Tongue(new ArrayList<>(words), false);
    }

    /** Words of one or two Han characters. */
    public static Tongue chinese(int size, RandomGenerator random) {
        var words = new LinkedHashSet<String>();
        while (words.size() < size) {
            int characters = random.nextInt(SHARE_OF_ONE_CHARACTER) == 0 ? 1 : 2;
            var word = new StringBuilder();
            for (int i = 0; i < characters; i++) {
                word.appendCodePoint(FIRST_HAN + random.nextInt(HAN));
            }
            words.add(word.toString());
        }
        return new Tongue(new ArrayList<>(words), true);
    }

    private static String pick(String[] from, RandomGenerator random) {
        return from[random.nextInt(from.length)];
    }

    /** Rank of a word drawn by its frequency, from 0. */
    public int draw(RandomGenerator random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The word of a rank. */
    public String word(int rank) {
        return words.get(rank);
    }

    /** BCP 47 tag. */
    public String language() {
        return han ? "zh-Hans" : "en";
    }

    /** The number of tokens of a word, as the engine reads it: one for each Han character. */
    public int tokens(int rank) {
        return han ? words.get(rank).length() : 1;
    }

    /** The words as a sentence, with its mark at the end. */
    public String sentence(int[] ranks) {
        var text = new StringBuilder();
        for (int i = 0; i < ranks.length; i++) {
            String word = words.get(ranks[i]);
            if (!han && i > 0) {
                text.append(' ');
            }
            text.append(!han && i == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            if (i == ranks.length / 2 && ranks.length > COMMA_FROM) {
                text.append(han ? "，" : ",");
            }
        }
        return text.append(han ? "。" : ".").toString();
    }

    private static final int COMMA_FROM = 14;
}
