package org.lacuna.app.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.compare.engine.Comparer;

/**
 * Chapters in English and Chinese, a sentence a line: {@code NAME.en}, {@code NAME.zh} and the ladder {@code NAME.gold}. The
 * alignment, and cuts of 1, 3 and 10 lines made in the Chinese: found where as many as 80 % of the English lines that they
 * rendered are said to be missing.
 */
record BilingualStudy(Path folder) implements Quality.Study {

    private static final int[] LENGTHS = {1, 3, 10};
    private static final int LINES_PER_CUT = 40;
    private static final double FOUND = 0.8;
    private static final long SEED = 3;

    @Override
    public List<Quality.Result> get() {
        var results = new ArrayList<Quality.Result>();
        for (String name : names()) {
            var english = Sources.lines(folder.resolve(name + ".en"));
            var chinese = Sources.lines(folder.resolve(name + ".zh"));
            var gold = Ladder.read(Sources.lines(folder.resolve(name + ".gold")));
            var collation = new Comparer().compare(Reading.lines(english, "en"), Reading.lines(chinese, "zh-Hans"));
            var scorer = new AlignmentScorer(gold, AlignmentScorer.links(collation));
            String quality = collation.notCompared().isPresent()
                    ? "not compared"
                    : "strict " + scorer.strict().text();
            results.add(new Quality.Result(name, quality, "strict F1 ≥ 0.78"));
            for (int length : LENGTHS) {
                results.add(cuts(name, english, chinese, gold, length));
            }
        }
        return results;
    }

    private List<String> names() {
        if (!Sources.has(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".gold"))
                    .map(name -> name.substring(0, name.length() - ".gold".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Quality.Result cuts(
            String name, List<String> english, List<String> chinese, List<Link> gold, int length) {
        BitSet cut = drawn(chinese.size(), length);
        List<String> kept = IntStream.range(0, chinese.size())
                .filter(j -> !cut.get(j))
                .mapToObj(chinese::get)
                .toList();
        var collation = new Comparer().compare(Reading.lines(english, "en"), Reading.lines(kept, "zh-Hans"));
        var said = new BitSet();
        AlignmentScorer.links(collation).stream()
                .filter(link -> link.target().isEmpty())
                .forEach(link -> link.baseline().forEach(said::set));
        String quality = collation.notCompared().isPresent()
                ? "not compared"
                : score(said, gold, cut).text();
        String aim = length == 1 ? "recall ≥ 0.5, precision ≥ 0.5" : "recall ≥ 0.8, precision ≥ 0.7";
        return new Quality.Result(name + ", cuts of " + length, quality, aim);
    }

    /** Right and given in lines, found and gold in cuts. */
    private static Score score(BitSet said, List<Link> gold, BitSet cut) {
        var lost = new BitSet();
        var before = new BitSet();
        List<BitSet> cuts = new ArrayList<>();
        int last = -2;
        for (Link link : gold) {
            if (link.target().isEmpty()) {
                link.baseline().forEach(before::set);
            } else if (link.target().stream().allMatch(cut::get)) {
                if (link.target().getFirst() != last + 1) {
                    cuts.add(new BitSet());
                }
                last = link.target().getLast();
                link.baseline().forEach(lost::set);
                link.baseline().forEach(cuts.getLast()::set);
            }
        }
        // A line that the translation never had is no false alarm.
        var counted = (BitSet) said.clone();
        counted.andNot(before);
        Score lines = Score.of(counted, lost);
        List<BitSet> whole = cuts.stream().filter(c -> !c.isEmpty()).toList();
        long found = whole.stream().filter(c -> isFound(c, said)).count();
        return new Score(lines.right(), lines.given(), found, whole.size());
    }

    private static boolean isFound(BitSet cut, BitSet said) {
        var both = (BitSet) cut.clone();
        both.and(said);
        return both.cardinality() >= FOUND * cut.cardinality();
    }

    private static BitSet drawn(int lines, int length) {
        var random = new SplittableRandom(SEED + length);
        var cut = new BitSet();
        int cuts = Math.max(1, lines / (LINES_PER_CUT + 2 * length));
        int stretch = lines / cuts;
        for (int c = 0; c < cuts && stretch > length + 2; c++) {
            int from = c * stretch + 1 + random.nextInt(stretch - length - 1);
            cut.set(from, from + length);
        }
        return cut;
    }
}
