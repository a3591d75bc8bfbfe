package org.lacuna.app.bench.rows;

import java.util.Locale;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.quality.CutScorer;
import org.lacuna.app.bench.texts.SubtitlePair;
import org.lacuna.app.compare.engine.Comparer;

/** The subtitles of a film of two hours, and of a release with four cuts that was sped up as for PAL. */
final class SubtitlesRow implements Row {

    private static final SubtitlePair.Release PAL = new SubtitlePair.Release(4, 25 / 24.0, 3.2);
    private static final long SEED = 5;

    @Override
    public String name() {
        return "subtitles";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        var pair = SubtitlePair.of(PAL, SEED);
        var ours = Stopwatch.time(settings.runs(), () -> new Comparer().compare(pair.baseline(), pair.target()));
        out.accept(Figure.alone(
                name(),
                String.format(
                        Locale.ROOT,
                        "%,d and %,d cues, 4 cuts, 25/24",
                        pair.baseline().passages().size(),
                        pair.target().passages().size()),
                ours.time(),
                "removed cues F1 %s, cuts F1 %s"
                        .formatted(
                                Reading.share(
                                        CutScorer.removed(pair, ours.result()).f1()),
                                Reading.share(
                                        CutScorer.cuts(pair, ours.result()).f1())),
                "≤ 100 ms",
                Reading.costs(ours.result())));
    }
}
