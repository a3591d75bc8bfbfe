package org.lacuna.app.bench.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * The subtitles of an invented film of two hours, and those of a release with stretches cut out, at another speed and offset.
 * A few lines are dropped, merged and split there, and the times tremble. Seeded.
 *
 * @param baseline cues of the whole film
 * @param target cues of the other release
 * @param cuts the stretches that are gone, ascending
 * @param removed indices of the baseline's cues that the target lacks
 */
public record SubtitlePair(Text baseline, Text target, List<Cut> cuts, BitSet removed) {

    /**
     * A stretch of the film.
     *
     * @param from its first second
     * @param length in seconds
     */
    public record Cut(double from, double length) {
        boolean holds(double second) {
            return second >= from - SLACK && second < from + length;
        }
    }

    /**
     * How the release differs.
     *
     * @param cuts stretches cut out
     * @param speed frames a second of the release through those of the film
     * @param offset seconds by which it starts later
     */
    public record Release(int cuts, double speed, double offset) {}

    private record Cue(double from, double to, String text) {
        Passage passage(double speed, double offset) {
            return new Passage(PassageKind.CUE, text, null, millis(from, speed, offset), millis(to, speed, offset));
        }

        private static long millis(double second, double speed, double offset) {
            return Math.max(0, Math.round(1000 * (second / speed + offset)));
        }
    }

    private static final double SLACK = 0.3;
    private static final double FILM = 7_140;
    private static final double APART = 60;
    private static final double TREMBLE = 0.15;
    private static final double DROPPED = 0.03;
    private static final double MERGED = 0.08;
    private static final double SPLIT = 0.05;
    private static final double LONG = 3;
    private static final int[] LENGTHS = {4, 8, 15, 30, 60, 120};

    /** The twenty pairs that quality is measured on: 0 to 4 cuts, four speeds, three offsets. */
    public static List<SubtitlePair> twenty() {
        double[] speeds = {1, 25 / 24.0, 24 / 23.976, 25 / 23.976};
        double[] offsets = {0, 3.2, -7.5};
        var pairs = new ArrayList<SubtitlePair>();
        for (int k = 0; k < 20; k++) {
            pairs.add(of(new Release(k % 5, speeds[k % 4], offsets[k % 3]), 100 + k));
        }
        return pairs;
    }

    /** A film and a release of it. */
    public static SubtitlePair of(Release release, long seed) {
        return new Writer(release, new SplittableRandom(seed)).write();
    }

    private static final class Writer {

        private final Release release;
        private final SplittableRandom random;
        private final Tongue tongue;
        private final List<Cue> film;
        private final List<Cut> cuts;
        private final List<Cue> kept = new ArrayList<>();
        private final BitSet removed = new BitSet();

        Writer(Release release, SplittableRandom random) {
            this.release = release;
            this.random = random;
            tongue = Tongue.english(4_000, random);
            film = film();
            cuts = cuts();
        }

        SubtitlePair write() {
            for (int i = 0; i < film.size(); i++) {
                Cue cue = film.get(i);
                if (isCut(cue) || random.nextDouble() < DROPPED) {
                    removed.set(i);
                } else if (i + 1 < film.size() && random.nextDouble() < MERGED && adjoins(cue, film.get(i + 1))) {
                    keep(cue, film.get(++i));
                } else {
                    keep(cue);
                }
            }
            kept.sort(Comparator.comparingDouble(Cue::from));
            return new SubtitlePair(text(film, 1, 0), text(kept, release.speed(), release.offset()), cuts, removed);
        }

        private List<Cue> film() {
            var cues = new ArrayList<Cue>();
            for (double t = 30; t < FILM; ) {
                double length = Math.clamp(random.nextGaussian(2.6, 1.1), 0.8, 6);
                cues.add(new Cue(t, t + length, sentence(Math.max(1, (int) (length * 2.5)))));
                t += length
                        + (random.nextDouble() < 0.85
                                ? 0.08 + 1.2 * random.nextExponential()
                                : random.nextDouble(8, 45));
            }
            return cues;
        }

        private String sentence(int words) {
            return tongue.sentence(
                    random.ints(words, 0, 1).map(zero -> tongue.draw(random)).toArray());
        }

        private List<Cut> cuts() {
            var found = new ArrayList<Cut>();
            while (found.size() < release.cuts()) {
                var cut = new Cut(random.nextDouble(300, 6_600), LENGTHS[random.nextInt(LENGTHS.length)]);
                if (found.stream().allMatch(c -> apart(c, cut))) {
                    found.add(cut);
                }
            }
            found.sort(Comparator.comparingDouble(Cut::from));
            return found;
        }

        private static boolean apart(Cut one, Cut other) {
            return one.from() + one.length() + APART < other.from()
                    || other.from() + other.length() + APART < one.from();
        }

        private boolean isCut(Cue cue) {
            return cuts.stream().anyMatch(cut -> cut.holds(cue.from()));
        }

        private boolean adjoins(Cue cue, Cue next) {
            return next.from() - cue.to() < 1 && !isCut(next);
        }

        private void keep(Cue one, Cue other) {
            add(one, one.from(), other.to(), one.text() + "\n" + other.text());
        }

        private void keep(Cue cue) {
            int space = cue.text().indexOf(' ', cue.text().length() / 2);
            if (space > 0 && cue.to() - cue.from() > LONG && random.nextDouble() < SPLIT) {
                double middle = (cue.from() + cue.to()) / 2;
                add(cue, cue.from(), middle - 0.05, cue.text().substring(0, space));
                add(cue, middle + 0.05, cue.to(), cue.text().substring(space + 1));
            } else {
                add(cue, cue.from(), cue.to(), cue.text());
            }
        }

        private void add(Cue cue, double from, double to, String text) {
            double gone = cuts.stream()
                    .filter(cut -> cut.from() + cut.length() <= cue.from() + SLACK)
                    .mapToDouble(Cut::length)
                    .sum();
            double start = from - gone + random.nextGaussian(0, TREMBLE);
            kept.add(new Cue(start, Math.max(start + 0.2, to - gone + random.nextGaussian(0, TREMBLE)), text));
        }

        private static Text text(List<Cue> cues, double speed, double offset) {
            Passage[] passages =
                    cues.stream().map(cue -> cue.passage(speed, offset)).toArray(Passage[]::new);
            return new Text("en", List.of(new Text.Section("", Arrays.asList(passages))));
        }
    }
}
