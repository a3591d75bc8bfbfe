package org.lacuna.app.bench.rows;

import java.util.Locale;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;

/** A book of a hundred chapters in the state of the stage: its two releases, then one sentence gone, then nothing. */
final class SnapshotRow implements Row {

    private static final int CHAPTERS = 100;
    private static final int SENTENCES = 100;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        int sentences = settings.size(SENTENCES, 10);
        try (var stage = new Stage(CHAPTERS, sentences)) {
            Stage.Work first = stage.send("GLOBAL", 0).plus(stage.send("CN", 0));
            Stage.Work changed = stage.send("CN", 1);
            Stage.Work again = stage.send("CN", 1);
            String texts = String.format(Locale.ROOT, "%d chapters of %d sentences", CHAPTERS, sentences);
            out.accept(line(texts + ", both releases the first time", first, first, ""));
            out.accept(line(texts + ", one chapter changed", changed, first, "≤ 2 %, for 1 % of the chapters"));
            out.accept(line(texts + ", unchanged", again, first, "0"));
        }
    }

    private Figure line(String texts, Stage.Work work, Stage.Work first, String aim) {
        String costs = String.format(
                Locale.ROOT,
                "%,d bytes written to the stores (%.2f %%), %,d sent on",
                work.written(),
                100.0 * work.written() / first.written(),
                work.sent());
        return Figure.alone(name(), texts, Stopwatch.time(work.millis()), "", aim, costs);
    }
}
