package org.lacuna.app.bench.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.quality.Score;
import org.lacuna.app.bench.texts.Tongue;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Two string tables beside a bare join of two {@link HashMap}s that only looks whether each key is there with an equal text. */
final class KeysRow implements Row {

    private static final int KEYS = 100_000;
    private static final int WORDS = 9;
    private static final int MISSING_IN = 500;
    private static final int ALTERED_IN = 100;
    private static final long SEED = 11;

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        int keys = settings.size(KEYS, 1_000);
        var random = new SplittableRandom(SEED);
        var tongue = Tongue.english(5_000, random);
        var baseline = new ArrayList<Passage>();
        var target = new ArrayList<Passage>();
        var gone = new BitSet();
        for (int k = 0; k < keys; k++) {
            int[] words =
                    random.ints(WORDS, 0, 1).map(zero -> tongue.draw(random)).toArray();
            baseline.add(entry(k, tongue.sentence(words)));
            if (k % MISSING_IN == 1) {
                gone.set(k);
                continue;
            }
            words[0] = k % ALTERED_IN == 2 ? tongue.draw(random) : words[0];
            target.add(entry(k, tongue.sentence(words)));
        }
        var left = text(baseline);
        var right = text(target);
        var ours = Stopwatch.time(settings.runs(), () -> new Comparer().compare(left, right));
        var theirs = Stopwatch.time(settings.runs(), () -> join(baseline, target));
        var said = new BitSet();
        ours.result().alignment().stream()
                .filter(bead -> bead.kind() == Bead.Kind.REMOVED)
                .forEach(bead -> bead.baseline().forEach(said::set));
        out.accept(new Figure(
                name(),
                String.format(Locale.ROOT, "%,d keys", keys),
                ours.time(),
                "bare HashMap join",
                theirs.time(),
                Reading.ratio(theirs.millis(), ours.millis()),
                "missing keys F1 " + Reading.share(Score.of(said, gone).f1()),
                "≥ 0.33×, F1 1",
                Reading.costs(ours.result())));
    }

    private static Passage entry(int key, String text) {
        return new Passage(PassageKind.ENTRY, text, "item.%06d.name".formatted(key), null, null);
    }

    private static Text text(List<Passage> passages) {
        return new Text("en", List.of(new Text.Section("strings", passages)));
    }

    private static int join(List<Passage> baseline, List<Passage> target) {
        Map<String, String> left = table(baseline);
        Map<String, String> right = table(target);
        int differ = 0;
        for (var entry : left.entrySet()) {
            differ += entry.getValue().equals(right.get(entry.getKey())) ? 0 : 1;
        }
        for (String key : right.keySet()) {
            differ += left.containsKey(key) ? 0 : 1;
        }
        return differ;
    }

    private static Map<String, String> table(List<Passage> passages) {
        Map<String, String> table = new HashMap<>();
        passages.forEach(p -> table.put(p.getKey().orElse(""), p.getText()));
        return table;
    }
}
