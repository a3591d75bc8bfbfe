package org.lacuna.app.compare.engine.across;

import java.util.Arrays;
import java.util.List;

/**
 * Learns from beads which words render which, by expectation maximisation, one way at a time. Pairs that were seen
 * together in one bead only are dropped: else the model would confirm the errors of the alignment that it is learned from.
 */
final class WordLearner {

    private static final int ROUNDS = 5;
    private static final int LONGEST = 150;
    private static final double DAMPING = 1.0;

    private final int[][] sources;
    private final int[][] targets;
    private final int vocabulary;
    private final Prior prior;
    private final boolean forward;
    private final double[] common;

    /**
     * A learner of how the words of one text are rendered.
     *
     * @param forward whether the sources are the first text of the prior
     */
    WordLearner(int[][] sources, int[][] targets, int vocabulary, Prior prior, boolean forward) {
        this.sources = sources;
        this.targets = targets;
        this.vocabulary = vocabulary;
        this.prior = prior;
        this.forward = forward;
        this.common = commonness(targets, vocabulary);
    }

    /** What is known before any bead. */
    WordModel fromPrior() {
        int n = prior.pairs().size();
        var totals = new double[vocabulary];
        for (int p = 0; p < n; p++) {
            totals[source(p)] += prior.weight(p, forward);
        }
        var chances = new double[n];
        for (int p = 0; p < n; p++) {
            chances[p] = prior.weight(p, forward) / (totals[source(p)] + DAMPING);
        }
        return WordModel.of(prior.pairs(), chances, forward, common, common);
    }

    /**
     * What beads teach.
     *
     * @param beads quadruples: first source sentence and how many, first target sentence and how many
     */
    WordModel learn(List<int[]> beads) {
        var pairs = new Pairs();
        var weights = seeded(pairs);
        var occurrences = new Occurrences(pairs, beads);
        int n = pairs.size();
        weights = Arrays.copyOf(weights, n);
        var chances = started(pairs, weights);
        var none = new double[vocabulary];
        Arrays.fill(none, 1.0 / vocabulary);
        var counts = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            for (int p = 0; p < n; p++) {
                counts[p] = weights[p];
            }
            var alone = new double[vocabulary];
            occurrences.expect(chances, none, counts, alone);
            var totals = new double[vocabulary];
            for (int p = 0; p < n; p++) {
                totals[source(pairs, p)] += counts[p];
            }
            for (int p = 0; p < n; p++) {
                chances[p] = counts[p] / (totals[source(pairs, p)] + DAMPING);
            }
            double sum = Arrays.stream(alone).sum();
            for (int w = 0; w < vocabulary; w++) {
                none[w] = (alone[w] + 0.01) / (sum + 0.01 * vocabulary);
            }
        }
        for (int p = 0; p < n; p++) {
            int seen = occurrences.beadsWith[p];
            double trust = seen == 0 ? 0 : (seen - 1.0) / seen;
            chances[p] *= weights[p] > 0 ? Math.max(trust, 0.5) : trust;
        }
        return WordModel.of(pairs, chances, forward, none, common);
    }

    private double[] seeded(Pairs pairs) {
        int n = prior.pairs().size();
        var weights = new double[n];
        for (int p = 0; p < n; p++) {
            pairs.of(prior.pairs().first(p), prior.pairs().second(p));
            weights[p] = prior.weight(p, forward);
        }
        return weights;
    }

    private double[] started(Pairs pairs, double[] weights) {
        var totals = new double[vocabulary];
        for (int p = 0; p < weights.length; p++) {
            totals[source(pairs, p)] += weights[p];
        }
        var chances = new double[weights.length];
        for (int p = 0; p < weights.length; p++) {
            double known = totals[source(pairs, p)];
            chances[p] = (weights[p] + 1.0 / vocabulary) / (known + DAMPING);
        }
        return chances;
    }

    private int source(int priorPair) {
        return source(prior.pairs(), priorPair);
    }

    private int source(Pairs pairs, int pair) {
        return forward ? pairs.first(pair) : pairs.second(pair);
    }

    private static double[] commonness(int[][] sentences, int vocabulary) {
        var counts = new double[vocabulary];
        double all = 0;
        for (int[] sentence : sentences) {
            for (int word : sentence) {
                counts[word]++;
            }
            all += sentence.length;
        }
        for (int w = 0; w < vocabulary; w++) {
            counts[w] = (counts[w] + 0.5) / (all + 0.5 * vocabulary);
        }
        return counts;
    }

    /** Each pair of words that stand in one bead, laid out once so that the rounds only add up. */
    private final class Occurrences {

        private final int[][] rendered;
        private final int[] widths;
        private final int[][] pairsOf;
        private final int[] beadsWith;

        Occurrences(Pairs pairs, List<int[]> beads) {
            rendered = new int[beads.size()][];
            widths = new int[beads.size()];
            pairsOf = new int[beads.size()][];
            for (int k = 0; k < beads.size(); k++) {
                int[] bead = beads.get(k);
                int[] x = joined(sources, bead[0], bead[1]);
                int[] y = joined(targets, bead[2], bead[3]);
                boolean fits = x.length > 0 && y.length > 0 && x.length < LONGEST && y.length < LONGEST;
                rendered[k] = fits ? y : new int[0];
                widths[k] = fits ? x.length : 0;
                pairsOf[k] = new int[rendered[k].length * widths[k]];
                for (int j = 0; j < rendered[k].length; j++) {
                    for (int i = 0; i < x.length; i++) {
                        pairsOf[k][j * x.length + i] = forward ? pairs.of(x[i], y[j]) : pairs.of(y[j], x[i]);
                    }
                }
            }
            beadsWith = new int[pairs.size()];
            var last = new int[pairs.size()];
            for (int k = 0; k < pairsOf.length; k++) {
                for (int pair : pairsOf[k]) {
                    if (last[pair] != k + 1) {
                        last[pair] = k + 1;
                        beadsWith[pair]++;
                    }
                }
            }
        }

        void expect(double[] chances, double[] none, double[] counts, double[] alone) {
            for (int k = 0; k < rendered.length; k++) {
                int width = widths[k];
                for (int j = 0; j < rendered[k].length; j++) {
                    int word = rendered[k][j];
                    double sum = none[word];
                    for (int i = 0; i < width; i++) {
                        sum += chances[pairsOf[k][j * width + i]];
                    }
                    alone[word] += none[word] / sum;
                    for (int i = 0; i < width; i++) {
                        int pair = pairsOf[k][j * width + i];
                        counts[pair] += chances[pair] / sum;
                    }
                }
            }
        }

        private static int[] joined(int[][] sentences, int from, int count) {
            return Arrays.stream(sentences, from, from + count)
                    .flatMapToInt(Arrays::stream)
                    .toArray();
        }
    }
}
