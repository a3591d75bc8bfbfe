package org.lacuna.app.bench.rows;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.peers.CollateX;
import org.lacuna.app.bench.texts.Editions;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;

/** A short pair beside CollateX, whose time grows with the square of the length and more; with {@code --full} 10,000 tokens. */
final class CollateXRow implements Row {

    private static final List<Integer> TOKENS = List.of(1_000, 2_000, 10_000);
    private static final int LONG = 10_000;
    private static final int BYTES_PER_TOKEN = 6;
    private static final Editions.Revision REVISION = new Editions.Revision(3, 2, 0.01);
    private static final long SEED = 7;

    @Override
    public String name() {
        return "collatex";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        for (int usual : TOKENS) {
            if (usual == LONG && !settings.full()) {
                continue;
            }
            int bytes = settings.size(usual, 300) * BYTES_PER_TOKEN;
            out.accept(figure(Editions.of(false, bytes, REVISION, SEED), settings));
        }
    }

    private Figure figure(Editions editions, Settings settings) {
        var vocabulary = new Vocabulary();
        var normaliser = new Normaliser(vocabulary);
        var baseline = Reading.prose(editions.baseline(), editions.language());
        var target = Reading.prose(editions.target(), editions.language());
        Tokens a = Tokens.of(baseline.passages(), normaliser, vocabulary);
        Tokens b = Tokens.of(target.passages(), normaliser, vocabulary);
        var ours = Stopwatch.time(settings.runs(), () -> new Comparer()
                .compare(
                        Reading.prose(editions.baseline(), editions.language()),
                        Reading.prose(editions.target(), editions.language())));
        var theirs = Stopwatch.time(settings.runs(), () -> CollateX.moved(words(a, vocabulary), words(b, vocabulary)));
        BitSet moved = new BitSet();
        ours.result().alignment().stream()
                .filter(bead -> bead.kind() == Bead.Kind.MOVED)
                .flatMap(bead -> bead.baseline().stream())
                .forEach(p -> moved.set(a.starts[p], a.starts[p + 1]));
        return new Figure(
                name(),
                String.format(Locale.ROOT, "%,d tokens, 1 %% revised", editions.tokens()),
                ours.time(),
                CollateX.NAME,
                theirs.time(),
                Reading.ratio(theirs.millis(), ours.millis()),
                moves(editions, moved, theirs.result()),
                editions.tokens() >= LONG ? "≥ 1,000×, the same moves" : "",
                Reading.costs(ours.result()));
    }

    /** Tokens of moved blocks that each found; a block is found by whichever of the two blocks that changed places moved. */
    private static String moves(Editions editions, BitSet ours, BitSet theirs) {
        var both = (BitSet) ours.clone();
        both.and(theirs);
        return "moved tokens of %d blocks: %d : %d, %d in both"
                .formatted(editions.moved(), ours.cardinality(), theirs.cardinality(), both.cardinality());
    }

    private static List<String> words(Tokens side, Vocabulary vocabulary) {
        return IntStream.of(side.ids).mapToObj(vocabulary::text).toList();
    }
}
