package org.lacuna.app.bench.quality;

import java.nio.file.Path;
import java.util.List;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.scrapers.extract.DocumentReader;

/** Removed passages of a novel between two editions: {@code 1818.txt}, {@code 1831.txt} and {@code gold.jsonl}. */
record FrankensteinStudy(Path folder) implements Quality.Study {

    private static final int TELLING = 10;

    @Override
    public List<Quality.Result> get() {
        if (!Sources.has(folder)) {
            return List.of();
        }
        var gold = Sources.lines(folder.resolve("gold.jsonl")).stream()
                .filter(line -> !line.isBlank())
                .map(Sources::json)
                .map(g -> new RemovedScorer.Locus(
                        g.get("kind").asText().equals("REMOVED"),
                        g.get("first").asInt(),
                        g.get("words").asInt()))
                .toList();
        var scorer = new RemovedScorer(Sources.text(folder.resolve("1818.txt")), gold);
        var baseline = Sources.read(folder.resolve("1818.txt"), "en", DocumentReader.Segmentation.AUTO);
        var target = Sources.read(folder.resolve("1831.txt"), "en", DocumentReader.Segmentation.AUTO);
        var collation = new Comparer().compare(baseline, target);
        int passages = baseline.passages().size();
        var cut = scorer.score(scorer.reported(collation, passages, false), TELLING);
        var touched = scorer.score(scorer.reported(collation, passages, true), TELLING);
        return List.of(
                new Quality.Result(
                        "Frankenstein 1818, 1831: REMOVED and SHORTENED", text(cut), "recall ≥ 0.98, precision ≥ 0.95"),
                new Quality.Result("the same with ALTERED", text(touched), ""));
    }

    private static String text(Score score) {
        return "recall of 10+ words %s (of %d), precision %s"
                .formatted(Quality.number(score.recall()), score.gold(), Quality.number(score.precision()));
    }
}
