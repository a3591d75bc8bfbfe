package org.lacuna.app.bench.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lacuna.app.bench.texts.SubtitlePair;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;

/** Holds what a comparison says of two subtitle files against what was done to them. */
public final class CutScorer {

    private static final double NEAR_SECONDS = 2;
    private static final double LENGTH_SECONDS = 1;
    private static final double MILLIS = 1_000;

    private CutScorer() {}

    /** Cues that the target lacks. */
    public static Score removed(SubtitlePair pair, Collation collation) {
        var said = new BitSet();
        collation.alignment().stream()
                .filter(bead -> bead.kind() == Bead.Kind.REMOVED)
                .forEach(bead -> bead.baseline().forEach(said::set));
        return Score.of(said, pair.removed());
    }

    /** Stretches of time that are gone: found where the start is right within 2 s and the length within 1 s. */
    public static Score cuts(SubtitlePair pair, Collation collation) {
        List<SubtitlePair.Cut> left = new ArrayList<>(pair.cuts());
        List<SubtitlePair.Cut> said =
                collation.differences().stream().flatMap(d -> cut(d).stream()).toList();
        long right = 0;
        for (SubtitlePair.Cut cut : said) {
            var match = left.stream().filter(gold -> near(gold, cut)).findFirst();
            if (match.isPresent()) {
                left.remove(match.get());
                right++;
            }
        }
        return new Score(right, said.size(), right, pair.cuts().size());
    }

    private static boolean near(SubtitlePair.Cut one, SubtitlePair.Cut other) {
        return Math.abs(one.from() - other.from()) <= NEAR_SECONDS
                && Math.abs(one.length() - other.length()) <= LENGTH_SECONDS;
    }

    private static List<SubtitlePair.Cut> cut(Difference difference) {
        var length = difference.detail().cut();
        var from = difference.baseline().flatMap(place -> place.getFromMillis());
        if (length.isEmpty() || from.isEmpty()) {
            return List.of();
        }
        return List.of(new SubtitlePair.Cut(from.get() / MILLIS, length.get().toMillis() / MILLIS));
    }
}
