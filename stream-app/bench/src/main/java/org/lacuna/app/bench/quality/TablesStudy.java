package org.lacuna.app.bench.quality;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Passage;
import org.lacuna.scrapers.extract.DocumentReader;

/**
 * A game's strings in three languages, of which nothing was removed: {@code en.json}, {@code zh.json}, {@code zh-Hant.json}.
 * By key, and as lines of which 2 % are deleted.
 */
record TablesStudy(Path folder) implements Quality.Study {

    private static final double DELETED = 0.02;
    private static final long SEED = 2;

    @Override
    public List<Quality.Result> get() {
        if (!Sources.has(folder)) {
            return List.of();
        }
        Text english = table("en.json", "en");
        Text simplified = table("zh.json", "zh-Hans");
        Text traditional = table("zh-Hant.json", "zh-Hant");
        return List.of(
                keyed("strings, English and Simplified, by key", english, simplified, "none missing"),
                keyed("strings, Simplified and Traditional, by key", simplified, traditional, "none missing"),
                unkeyed("unkeyed lines, Simplified and Traditional, 2 % deleted", simplified, traditional),
                unkeyed("unkeyed lines, English and Simplified, 2 % deleted", english, simplified));
    }

    private Text table(String name, String language) {
        return Sources.read(folder.resolve(name), language, DocumentReader.Segmentation.AUTO);
    }

    private static Quality.Result keyed(String texts, Text baseline, Text target, String aim) {
        var collation = new Comparer().compare(baseline, target);
        return new Quality.Result(
                texts,
                "%d removed, %d shortened, %d altered of %d"
                        .formatted(
                                count(collation, ChangeKind.REMOVED),
                                count(collation, ChangeKind.SHORTENED),
                                count(collation, ChangeKind.ALTERED),
                                baseline.passages().size()),
                aim);
    }

    private static long count(Collation collation, ChangeKind kind) {
        return collation.differences().stream().filter(d -> d.kind() == kind).count();
    }

    private static Quality.Result unkeyed(String texts, Text baseline, Text target) {
        List<String> left = values(baseline);
        List<String> right = values(target);
        var random = new SplittableRandom(SEED);
        var deleted = new BitSet();
        IntStream.range(0, right.size())
                .filter(i -> random.nextDouble() < DELETED)
                .forEach(deleted::set);
        List<String> kept = IntStream.range(0, right.size())
                .filter(i -> !deleted.get(i))
                .mapToObj(right::get)
                .toList();
        var collation = new Comparer()
                .compare(Reading.lines(left, baseline.language()), Reading.lines(kept, target.language()));
        var scorer = new AlignmentScorer(Ladder.without(left.size(), deleted), AlignmentScorer.links(collation));
        String removed = "deleted lines: " + scorer.removed().text();
        return new Quality.Result(
                texts, collation.notCompared().map(why -> "not compared").orElse(removed), "F1 ≥ 0.9");
    }

    private static List<String> values(Text table) {
        return table.passages().stream()
                .map(Passage::getText)
                .map(text -> text.replace('\n', ' '))
                .toList();
    }
}
