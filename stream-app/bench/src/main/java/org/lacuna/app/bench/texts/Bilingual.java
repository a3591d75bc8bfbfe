package org.lacuna.app.bench.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lacuna.app.bench.quality.Link;

/**
 * A book in English letters and its translation in Han characters, by a dictionary that no one else knows. Words change
 * places, are left out or rendered freely; sentences are merged, split and left out. Seeded.
 *
 * @param baseline the sentences of the book
 * @param target those of the translation
 * @param gold which belong together, in order
 */
public record Bilingual(List<String> baseline, List<String> target, List<Link> gold) {

    private static final int VOCABULARY = 6_000;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 24;
    private static final double MERGED = 0.05;
    private static final double SPLIT = 0.05;
    private static final double LEFT_OUT = 0.02;
    private static final double ADDED = 0.01;
    private static final double FREE = 0.25;
    private static final double UNSAID = 0.10;
    private static final int SPLIT_FROM = 10;
    private static final int NEAR = 4;

    /** Copies the lists. */
    public Bilingual {
        baseline = List.copyOf(baseline);
        target = List.copyOf(target);
        gold = List.copyOf(gold);
    }

    /** A book of so many sentences, and its translation. */
    public static Bilingual of(int sentences, long seed) {
        return new Writer(new SplittableRandom(seed)).write(sentences);
    }

    private static final class Writer {

        private final SplittableRandom random;
        private final Tongue english;
        private final Tongue chinese;
        private final List<String> baseline = new ArrayList<>();
        private final List<String> target = new ArrayList<>();
        private final List<Link> gold = new ArrayList<>();

        Writer(SplittableRandom random) {
            this.random = random;
            english = Tongue.english(VOCABULARY, random);
            chinese = Tongue.chinese(VOCABULARY, random);
        }

        Bilingual write(int sentences) {
            while (baseline.size() < sentences) {
                double fate = random.nextDouble();
                if (fate < LEFT_OUT) {
                    gold.add(new Link(List.of(say(sentence())), List.of()));
                } else if (fate < LEFT_OUT + ADDED) {
                    gold.add(new Link(List.of(), List.of(render(sentence()))));
                } else if (fate < LEFT_OUT + ADDED + MERGED) {
                    int[] one = sentence();
                    int[] other = sentence();
                    gold.add(new Link(List.of(say(one), say(other)), List.of(render(joined(one, other)))));
                } else {
                    both(sentence(), fate > 1 - SPLIT);
                }
            }
            return new Bilingual(baseline, target, gold);
        }

        private void both(int[] words, boolean split) {
            int i = say(words);
            if (split && words.length >= SPLIT_FROM) {
                int half = words.length / 2;
                int first = render(Arrays.copyOf(words, half));
                gold.add(new Link(List.of(i), List.of(first, render(Arrays.copyOfRange(words, half, words.length)))));
            } else {
                gold.add(new Link(List.of(i), List.of(render(words))));
            }
        }

        private int[] sentence() {
            return random.ints(random.nextInt(SHORTEST, LONGEST), 0, 1)
                    .map(zero -> english.draw(random))
                    .toArray();
        }

        private static int[] joined(int[] one, int[] other) {
            int[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            return both;
        }

        private int say(int[] words) {
            baseline.add(english.sentence(words));
            return baseline.size() - 1;
        }

        private int render(int[] words) {
            var out = new ArrayList<Integer>();
            for (int word : words) {
                double fate = random.nextDouble();
                if (fate >= UNSAID) {
                    out.add(fate < UNSAID + FREE ? chinese.draw(random) : word);
                }
            }
            if (out.isEmpty()) {
                out.add(words[0]);
            }
            for (int i = 0; i + 1 < out.size(); i++) {
                int j = Math.min(out.size() - 1, i + random.nextInt(NEAR));
                int kept = out.get(i);
                out.set(i, out.get(j));
                out.set(j, kept);
            }
            target.add(chinese.sentence(out.stream().mapToInt(Integer::intValue).toArray()));
            return target.size() - 1;
        }
    }
}
