package org.lacuna.app.bench.rows;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.peers.Limit;
import org.lacuna.app.bench.peers.Peer;
import org.lacuna.app.bench.quality.Score;
import org.lacuna.app.bench.texts.Editions;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Anchors;
import org.lacuna.app.compare.engine.same.Matching;
import org.lacuna.app.compare.engine.same.Sequence;

/**
 * A megabyte of one language with 20 passages deleted, 5 blocks moved, other line breaks and revised words, beside programs
 * that find differences. Lacuna's time runs from the text of both editions to the differences; a peer's runs over the same
 * tokens, ready made. What counts as removed for Lacuna and for a peer with the filter, {@link MissingWords} tells; for a peer alone
 * it is every token without a partner.
 */
final class RevisionRow implements Row {

    private static final int BYTES = 1_000_000;
    private static final int LEAST_BYTES = 30_000;
    private static final int CUTS = 20;
    private static final int MOVES = 5;
    private static final long SEED = 2026;

    /** How much is revised, and what was aimed at. */
    private record Degree(double revised, double f1, Map<String, String> aims) {}

    private static final List<Degree> DEGREES = List.of(
            new Degree(0.01, 0.99, Map.of("JGitHistogram", "≥ 1×", "DiffUtilsMyers", "≥ 5×")),
            new Degree(0.05, 0.985, Map.of("JGitHistogram", "≥ 2×", "DiffUtilsMyers", "≥ 40×")),
            new Degree(0.20, 0.975, Map.of()));

    private final boolean chinese;

    RevisionRow(boolean chinese) {
        this.chinese = chinese;
    }

    @Override
    public String name() {
        return chinese ? "chinese" : "english";
    }

    @Override
    public void measure(Settings settings, Consumer<Figure> out) {
        for (Degree degree : DEGREES) {
            var editions = Editions.of(
                    chinese,
                    settings.size(BYTES, LEAST_BYTES),
                    new Editions.Revision(CUTS, MOVES, degree.revised()),
                    SEED);
            new Trial(editions, degree, settings, name(), out).run();
        }
    }

    /** One pair of editions. */
    private static final class Trial {

        private final Editions editions;
        private final Degree degree;
        private final Settings settings;
        private final String row;
        private final Consumer<Figure> out;
        private final Vocabulary vocabulary = new Vocabulary();
        private final Tokens a;
        private final Tokens b;
        private final MissingWords missing;

        Trial(Editions editions, Degree degree, Settings settings, String row, Consumer<Figure> out) {
            this.editions = editions;
            this.degree = degree;
            this.settings = settings;
            this.row = row;
            this.out = out;
            var normaliser = new Normaliser(vocabulary);
            a = Tokens.of(baseline().passages(), normaliser, vocabulary);
            b = Tokens.of(target().passages(), normaliser, vocabulary);
            missing = new MissingWords(a);
        }

        void run() {
            var cut = Stopwatch.time(settings.runs(), () -> List.of(baseline(), target()));
            var normal = Stopwatch.time(settings.runs(), () -> normalised(cut.result()));
            var ours = Stopwatch.time(settings.runs(), () -> new Comparer().compare(baseline(), target()));
            double f1 = score(missing.of(filtered(Anchors.align(a.ids, b.ids)))).f1();
            String time = "%s (cutting %s, normalising %s)".formatted(ours.time(), cut.time(), normal.time());
            String costs = Reading.costs(ours.result());
            out.accept(Figure.alone(row, texts(), time, "F1 " + Reading.share(f1), "F1 ≥ " + degree.f1(), costs));
            for (Peer peer : Peer.all()) {
                beside(peer, ours, f1, false);
                beside(peer, ours, f1, true);
            }
        }

        private void beside(Peer peer, Stopwatch.Timed<Collation> ours, double f1, boolean filtered) {
            Optional<Stopwatch.Timed<BitSet>> theirs = Stopwatch.limited(settings.runs(), () -> {
                int[] partners = peer.partners(a.ids, b.ids, new Limit(settings.limit()));
                return filtered
                        ? missing.of(filtered(matching(partners)))
                        : MissingWords.unmatched(partners, 0, partners.length);
            });
            String name = peer.name() + (filtered ? " + our filter" : "");
            String aim = filtered ? degree.aims().getOrDefault(peer.getClass().getSimpleName(), "") : "";
            out.accept(theirs.map(t -> new Figure(
                            row,
                            texts(),
                            ours.time(),
                            name,
                            t.time(),
                            Reading.ratio(t.millis(), ours.millis()),
                            "F1 " + Reading.share(f1) + " : "
                                    + Reading.share(score(t.result()).f1()),
                            aim,
                            ""))
                    .orElseGet(() -> over(name, ours, f1, aim)));
        }

        private Figure over(String name, Stopwatch.Timed<Collation> ours, double f1, String aim) {
            double limit = settings.limit().toMillis();
            String ratio = "> " + Reading.ratio(limit, ours.millis());
            String quality = "F1 " + Reading.share(f1) + " : none";
            return new Figure(row, texts(), ours.time(), name, "> " + Stopwatch.time(limit), ratio, quality, aim, "");
        }

        /** What the engine makes of a matching, whoever found it. */
        private Aligned filtered(Matching matching) {
            return Sequence.of(selection(baseline()), selection(target()), a, b, matching, vocabulary);
        }

        private Matching matching(int[] partners) {
            var matching = new Matching(a.ids, b.ids);
            for (int i = 0; i < partners.length; i++) {
                if (partners[i] >= 0) {
                    matching.link(i, partners[i]);
                }
            }
            return matching;
        }

        private static Selection selection(Text text) {
            var passages = text.passages();
            return new Selection(
                    passages, IntStream.range(0, passages.size()).boxed().toList(), p -> 0, text.language());
        }

        private Text baseline() {
            return Reading.prose(editions.baseline(), editions.language());
        }

        private Text target() {
            return Reading.prose(editions.target(), editions.language());
        }

        private static int normalised(List<Text> texts) {
            var fresh = new Vocabulary();
            var normaliser = new Normaliser(fresh);
            return texts.stream()
                    .mapToInt(text -> Tokens.of(text.passages(), normaliser, fresh).ids.length)
                    .sum();
        }

        private Score score(BitSet said) {
            return Score.of(said, editions.removed());
        }

        private String texts() {
            return String.format(Locale.ROOT, "%,d tokens, %.0f %% revised", editions.tokens(), degree.revised() * 100);
        }
    }
}
