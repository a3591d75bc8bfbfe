package org.lacuna.app.bench.rows;

import java.util.Locale;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;

/**
 * Books in the state of the stage: their two releases, then one sentence gone, then nothing. In the book of a thousand
 * chapters a thousandth is changed.
 */
final class SnapshotRow implements Row {

    private static final int SENTENCES = 100;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        int sentences = settings.size(SENTENCES, 10);
        for (int chapters : new int[] {100, 1_000}) {
            try (var stage = new Stage(chapters, sentences)) {
                Stage.Work first = stage.send("GLOBAL", 0).plus(stage.send("CN", 0));
                Stage.Work changed = stage.send("CN", 1);
                Stage.Work again = stage.send("CN", 1);
                String texts = String.format(Locale.ROOT, "%,d chapters of %d sentences", chapters, sentences);
                String aim = String.format(Locale.ROOT, "≤ %.1f %%", 2 * 100.0 / chapters);
                out.accept(line(texts + ", both releases the first time", first, first, ""));
                out.accept(line(texts + ", one chapter changed", changed, first, aim));
                out.accept(line(texts + ", unchanged", again, first, "0"));
            }
        }
    }

    private Figure line(String texts, Stage.Work work, Stage.Work first, String aim) {
        String costs = String.format(
                Locale.ROOT,
                "%,d bytes written to the stores (%.2f %%), %,d tokens read (%.2f %%), %,d passages aligned (%.2f %%), %,d"
                        + " bytes sent on",
                work.written(),
                100.0 * work.written() / first.written(),
                work.tokens(),
                100.0 * work.tokens() / first.tokens(),
                work.passages(),
                100.0 * work.passages() / first.passages(),
                work.sent());
        return Figure.alone(name(), texts, Stopwatch.time(work.millis()), "", aim, costs);
    }
}
