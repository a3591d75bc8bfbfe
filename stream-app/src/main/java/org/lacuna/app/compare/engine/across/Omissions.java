package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says how sure each bead is, and which sentences without a partner are really missing: their neighbours must be aligned
 * safely, and nothing that renders them may stand nearby. Confidence is told from the evidence of words, held against
 * what is usual between the two texts, so that it does not depend on the languages.
 */
final class Omissions {

    /** Sentences of the other text that are searched for a rest, before and after the gap. */
    private static final int NEARBY = 3;

    /** So much of the usual evidence nearby, and the sentence is rendered there after all. */
    private static final double RENDERED = 0.9;

    private static final double STEEPNESS = 6;
    private static final double DOUBTFUL = 0.3;
    private static final double[] BY_RUN = {0, 0.6, 0.8};
    private static final double LEAST_USUAL = 0.05;
    private static final double BETWEEN_SURE = 0.8;
    private static final double BESIDE_SURE = 0.5;

    private final Side a;
    private final Side b;
    private final List<int[]> beads;
    private final Evidence ofA;
    private final Evidence ofB;
    private final double[] evidence;
    private final double usual;

    /**
     * A bead with how sure it is.
     *
     * @param bead quadruple as of {@link BeadSearch#search()}
     * @param confidence from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
    record Judged(int[] bead, double confidence) {}

    Omissions(Side a, Side b, Learning.Learned learned) {
        this.a = a;
        this.b = b;
        this.beads = learned.beads();
        ofA = new Evidence(learned.there(), a.words(), 1);
        ofB = new Evidence(learned.back(), b.words(), 1);
        evidence = beads.stream().mapToDouble(this::evidence).toArray();
        double[] both = IntStream.range(0, evidence.length)
                .filter(k -> beads.get(k)[1] > 0 && beads.get(k)[3] > 0)
                .mapToDouble(k -> evidence[k])
                .sorted()
                .toArray();
        usual = both.length == 0 ? 0 : both[both.length / 2];
    }

    /** The evidence that is usual for a bead with both sides, by word; about 0 where the texts have nothing in common. */
    double usual() {
        return usual;
    }

    /** All beads in their order; a sentence that is rendered nearby has joined the bead beside it. */
    List<Judged> judged() {
        var sure = new double[beads.size()];
        for (int k = 0; k < sure.length; k++) {
            int[] bead = beads.get(k);
            sure[k] = bead[1] > 0 && bead[3] > 0 ? aligned(evidence[k]) : 0;
        }
        sure = withNeighbours(sure);
        var out = new ArrayList<Judged>();
        for (int k = 0; k < beads.size(); ) {
            int[] bead = beads.get(k);
            if (bead[1] > 0 && bead[3] > 0) {
                out.add(new Judged(bead, sure[k]));
                k++;
            } else {
                int end = endOfGap(k);
                gap(k, end, sure, out);
                k = end;
            }
        }
        return out;
    }

    /** What stands between two beads that are sure has no other place to be; beside one it most often has none. */
    private static double[] withNeighbours(double[] sure) {
        double[] out = sure.clone();
        for (int k = 0; k < sure.length; k++) {
            double before = k > 0 ? sure[k - 1] : 0;
            double after = k + 1 < sure.length ? sure[k + 1] : 0;
            double beside = before > 0 && after > 0
                    ? BETWEEN_SURE * Math.min(before, after)
                    : BESIDE_SURE * Math.max(before, after);
            out[k] = sure[k] > 0 ? Math.max(sure[k], beside) : 0;
        }
        return out;
    }

    private int endOfGap(int from) {
        int end = from;
        while (end < beads.size() && (beads.get(end)[1] == 0 || beads.get(end)[3] == 0)) {
            end++;
        }
        return end;
    }

    private void gap(int from, int end, double[] sure, List<Judged> out) {
        double neighbours = Math.min(from > 0 ? sure[from - 1] : 1, end < sure.length ? sure[end] : 1);
        int ours = 0;
        int theirs = 0;
        for (int k = from; k < end; k++) {
            ours += beads.get(k)[1];
            theirs += beads.get(k)[3];
        }
        for (int k = from; k < end; k++) {
            int[] bead = beads.get(k);
            boolean missing = bead[1] > 0;
            double rest = rest(bead) / Math.max(LEAST_USUAL, usual);
            if (rest > RENDERED && joins(bead, out)) {
                continue;
            }
            int run = missing ? ours : theirs;
            // Sentences of both texts without a partner in one gap may well be each other's.
            double alone = (double) Math.max(1, run) / Math.max(1, ours + theirs);
            double byRun = run < BY_RUN.length ? BY_RUN[run] : 1;
            out.add(new Judged(bead, Math.clamp(neighbours * byRun * alone * (1 - Math.clamp(rest, 0, 1) / 2), 0, 1)));
        }
    }

    /** Adds a sentence to the bead before it, where that one has both sides and ends right before it. */
    private boolean joins(int[] bead, List<Judged> out) {
        if (out.isEmpty()) {
            return false;
        }
        Judged last = out.getLast();
        int[] before = last.bead();
        boolean follows = before[0] + before[1] == bead[0] && before[2] + before[3] == bead[2];
        boolean fits = before[1] > 0 && before[3] > 0 && follows;
        if (fits) {
            int[] wider = {before[0], before[1] + bead[1], before[2], before[3] + bead[3]};
            out.set(out.size() - 1, new Judged(wider, last.confidence() * 0.8));
        }
        return fits;
    }

    private double aligned(double found) {
        double share = found / Math.max(LEAST_USUAL, usual);
        return 1 / (1 + Math.exp(-STEEPNESS * (share - DOUBTFUL)));
    }

    private double evidence(int[] bead) {
        if (bead[1] == 0 || bead[3] == 0) {
            return 0;
        }
        double sum = 0;
        int count = 0;
        for (int x = bead[0]; x < bead[0] + bead[1]; x++) {
            sum += ofB.of(a.words()[x], bead[2], bead[2] + 1)[bead[3] - 1][0];
            count += a.words()[x].length;
        }
        for (int y = bead[2]; y < bead[2] + bead[3]; y++) {
            sum += ofA.of(b.words()[y], bead[0], bead[0] + 1)[bead[1] - 1][0];
            count += b.words()[y].length;
        }
        return sum / Math.max(1, count);
    }

    /** The best evidence, by word, that a sentence is rendered near the gap that it stands in. */
    private double rest(int[] bead) {
        boolean missing = bead[1] > 0;
        Side other = missing ? b : a;
        int at = missing ? bead[2] : bead[0];
        int from = Math.max(0, at - NEARBY);
        int to = Math.min(other.size(), at + NEARBY);
        if (from >= to) {
            return 0;
        }
        int[] sentence = missing ? a.words()[bead[0]] : b.words()[bead[2]];
        float[][] found = (missing ? ofB : ofA).of(sentence, from, to);
        double best = Arrays.stream(found)
                .flatMapToDouble(row -> IntStream.range(0, row.length).mapToDouble(k -> row[k]))
                .max()
                .orElse(0);
        return best / sentence.length;
    }
}
