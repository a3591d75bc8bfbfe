package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * Two hours of subtitles and what another release makes of them, for tests: cuts, another speed, an offset, times set by
 * another hand, lines dropped and merged. Seeded.
 */
final class Recording {

    /** A cut: where it begins and how long it is, in seconds. */
    record Cut(double from, double length) {}

    /** How the other release differs. */
    record Edit(double ratio, double offset, double jitter, double dropped, double merged, List<Cut> cuts) {
        static Edit none() {
            return new Edit(1, 0, 0.15, 0.03, 0.08, List.of());
        }

        Edit at(double newRatio, double newOffset) {
            return new Edit(newRatio, newOffset, jitter, dropped, merged, cuts);
        }

        Edit cutting(Cut... newCuts) {
            return new Edit(ratio, offset, jitter, dropped, merged, List.of(newCuts));
        }
    }

    private final Random random;
    private final List<double[]> cues = new ArrayList<>();

    Recording(long seed) {
        random = new Random(seed);
        double at = 30;
        while (at < 7100) {
            double length = Math.clamp(2.6 + random.nextGaussian(), 0.8, 6);
            cues.add(new double[] {at, at + length});
            at += length + (random.nextDouble() < 0.9 ? 0.1 + random.nextDouble() * 2 : 8 + random.nextDouble() * 20);
        }
    }

    Selection baseline() {
        return selection(cues, "en");
    }

    /** Positions of the cues that begin within a cut. */
    List<Integer> within(Cut cut) {
        return IntStream.range(0, cues.size())
                .filter(i -> cues.get(i)[0] >= cut.from() && cues.get(i)[0] < cut.from() + cut.length())
                .boxed()
                .toList();
    }

    Selection target(Edit edit) {
        var out = new ArrayList<double[]>();
        for (int i = 0; i < cues.size(); i++) {
            double from = cues.get(i)[0];
            double to = cues.get(i)[1];
            if (edit.cuts().stream().anyMatch(cut -> from >= cut.from() && from < cut.from() + cut.length())
                    || random.nextDouble() < edit.dropped()) {
                continue;
            }
            boolean merges = i + 1 < cues.size()
                    && random.nextDouble() < edit.merged()
                    && cues.get(i + 1)[0] - to < 1
                    && edit.cuts().stream().noneMatch(cut -> Math.abs(cut.from() - from) < 10);
            double end = merges ? cues.get(++i)[1] : to;
            double gone = edit.cuts().stream()
                    .filter(cut -> cut.from() + cut.length() <= from)
                    .mapToDouble(Cut::length)
                    .sum();
            out.add(new double[] {moved(from - gone, edit), moved(end - gone, edit)});
        }
        return selection(out, "zh-Hans");
    }

    private double moved(double time, Edit edit) {
        return Math.max(0, (time + random.nextGaussian() * edit.jitter()) / edit.ratio() + edit.offset());
    }

    private static Selection selection(List<double[]> cues, String language) {
        var passages = new ArrayList<Passage>();
        for (double[] cue : cues) {
            passages.add(new Passage(
                    PassageKind.CUE,
                    "line " + passages.size() + " of this side",
                    null,
                    Math.round(cue[0] * 1000),
                    Math.round(Math.max(cue[1], cue[0] + 0.1) * 1000)));
        }
        return new Selection(
                passages, IntStream.range(0, passages.size()).boxed().toList(), i -> 0, language);
    }
}
