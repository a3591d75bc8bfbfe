package org.lacuna.app.bench.quality;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * How right an answer is. A share of nothing is not a number.
 *
 * @param right how many given ones are right
 * @param given how many were given
 * @param found how many gold ones were found; most often the same as right
 * @param gold how many there are
 */
public record Score(long right, long given, long found, long gold) {

    /** Of numbers, such as those of tokens. */
    public static Score of(BitSet said, BitSet gold) {
        var both = (BitSet) said.clone();
        both.and(gold);
        return new Score(both.cardinality(), said.cardinality(), both.cardinality(), gold.cardinality());
    }

    /** Of anything. */
    public static <T> Score of(Set<T> said, Set<T> gold) {
        long both = said.stream().filter(gold::contains).count();
        return new Score(both, said.size(), both, gold.size());
    }

    /** Both together. */
    public Score plus(Score other) {
        return new Score(right + other.right, given + other.given, found + other.found, gold + other.gold);
    }

    /** Share of the given ones that are right. */
    public double precision() {
        return (double) right / given;
    }

    /** Share of the gold ones that were found. */
    public double recall() {
        return (double) found / gold;
    }

    /** Harmonic mean of both; 0 where nothing is right. */
    public double f1() {
        double p = precision();
        double r = recall();
        return right == 0 && given > 0 && gold > 0 ? 0 : 2 * p * r / (p + r);
    }

    /** All three, to be read. */
    public String text() {
        return String.format(Locale.ROOT, "precision %.4f, recall %.4f, F1 %.4f", precision(), recall(), f1());
    }
}
