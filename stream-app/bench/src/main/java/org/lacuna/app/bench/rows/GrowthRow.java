package org.lacuna.app.bench.rows;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.texts.Editions;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Text;

/** English editions of growing size with 5 % revised: time, and the memory that a comparison takes beyond its texts. */
final class GrowthRow implements Row {

    private static final List<Integer> BYTES = List.of(100_000, 1_000_000, 5_000_000, 20_000_000);
    private static final Editions.Revision REVISION = new Editions.Revision(20, 5, 0.05);
    private static final int LONG = 5_000_000;
    private static final double PER_MEGABYTE = 1e6;
    private static final long SEED = 31;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        var growth = new Growth();
        for (int usual : BYTES) {
            var editions = Editions.of(false, settings.size(usual, 30_000), REVISION, SEED);
            long input = (long) editions.baseline().length() + editions.target().length();
            Text baseline = Reading.prose(editions.baseline(), editions.language());
            Text target = Reading.prose(editions.target(), editions.language());
            int runs = usual >= LONG ? 1 : settings.runs();
            var ours = Stopwatch.time(runs, () -> new Comparer().compare(baseline, target));
            growth.add((double) input, ours.millis());
            long memory = peak(() -> new Comparer().compare(baseline, target));
            out.accept(Figure.alone(
                    name(),
                    String.format(Locale.ROOT, "English, %.1f MB both together", input / PER_MEGABYTE),
                    ours.time() + growth.sinceFirst(),
                    String.format(Locale.ROOT, "at most %.1f× the input in memory", (double) memory / input),
                    "≤ 12×, slope near 1",
                    Reading.costs(ours.result())));
        }
    }

    /** The most heap in use during a run, garbage included, beyond what was in use before it: an upper bound. */
    private static long peak(Runnable run) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        long before = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        run.run();
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before;
    }
}
