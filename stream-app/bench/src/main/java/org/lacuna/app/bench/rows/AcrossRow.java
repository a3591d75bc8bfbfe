package org.lacuna.app.bench.rows;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.quality.AlignmentScorer;
import org.lacuna.app.bench.texts.Bilingual;
import org.lacuna.app.compare.engine.Comparer;

/** A book beside its translation, by a dictionary that no one knows: time and its growth, and the alignment's F1. */
final class AcrossRow implements Row {

    private static final List<Integer> SENTENCES = List.of(1_000, 2_000, 5_000);
    private static final int MOST = 5_000;
    private static final long SEED = 23;

    @Override
    public String name() {
        return "across";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        var growth = new Growth();
        for (int usual : SENTENCES) {
            var book = Bilingual.of(settings.size(usual, 60), SEED);
            var baseline = Reading.lines(book.baseline(), "en");
            var target = Reading.lines(book.target(), "zh-Hans");
            var ours = Stopwatch.time(settings.runs(), () -> new Comparer().compare(baseline, target));
            boolean compared = ours.result().notCompared().isEmpty();
            var scorer = new AlignmentScorer(book.gold(), AlignmentScorer.links(ours.result()));
            growth.add(book.baseline().size(), ours.millis());
            out.accept(Figure.alone(
                    name(),
                    String.format(
                            Locale.ROOT,
                            "en %,d × zh %,d sentences",
                            book.baseline().size(),
                            book.target().size()),
                    ours.time() + (compared ? growth.sinceFirst() : ""),
                    compared ? "strict F1 " + Reading.share(scorer.strict().f1()) : "not compared",
                    usual == MOST ? "≤ 5 s, near-linear" : "",
                    Reading.costs(ours.result())));
        }
    }
}
