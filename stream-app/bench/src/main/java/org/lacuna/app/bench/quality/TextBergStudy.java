package org.lacuna.app.bench.quality;

import java.nio.file.Path;
import java.util.List;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.scrapers.extract.DocumentReader;

/** An article and its translation: {@code dev.de}, {@code dev.fr} and the ladder {@code dev.defr}. */
record TextBergStudy(Path folder) implements Quality.Study {

    private static final String ARTICLE = "Text+Berg, the development article";
    private static final String AIM = "strict F1 ≥ 0.85";

    @Override
    public List<Quality.Result> get() {
        if (!Sources.has(folder)) {
            return List.of();
        }
        var collation = new Comparer()
                .compare(
                        Sources.read(folder.resolve("dev.de"), "de", DocumentReader.Segmentation.LINES),
                        Sources.read(folder.resolve("dev.fr"), "fr", DocumentReader.Segmentation.LINES));
        if (collation.notCompared().isPresent()) {
            return List.of(new Quality.Result(ARTICLE, "not compared", AIM));
        }
        var scorer = new AlignmentScorer(
                Ladder.read(Sources.lines(folder.resolve("dev.defr"))), AlignmentScorer.links(collation));
        return List.of(
                new Quality.Result(ARTICLE, "strict " + scorer.strict().text(), AIM),
                new Quality.Result("the same", "lax " + scorer.lax().text(), ""),
                new Quality.Result(
                        "the same", "lines alone: " + scorer.removed().text(), ""));
    }
}
