package org.lacuna.app.compare.engine.timed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.schema.PassageKind;

/**
 * Aligns subtitles: by their time codes where these fit, so that a cut is seen even where no one speaks in it, and cues of
 * two languages find each other. Pure and thread-safe.
 */
public final class Timed {

    /** Too few cues to tell a speed or a cut from. */
    private static final int FEW = 6;

    /** With fewer cues than this at the same time the two recordings have nothing to do with each other. */
    private static final double LEAST_FIT = 0.5;

    private static final double MISSING_LINE = 0.7;
    private static final double MISSING_LINE_ACROSS = 0.35;
    private static final double SHORT_LINE_ACROSS = 0.2;
    private static final int SHORT = 20;

    private Timed() {}

    /** Whether all of some passages are cues with times, and enough to tell a time map from. */
    public static boolean hasTimes(Selection selection) {
        return selection.of().size() >= FEW
                && selection.of().stream()
                        .map(i -> selection.all().get(i))
                        .allMatch(p -> p.getKind() == PassageKind.CUE
                                && p.getFromMillis().isPresent()
                                && p.getToMillis().isPresent());
    }

    /**
     * Aligns cues.
     *
     * @param saying what the cues say, and how two groups of them relate
     * @return nothing where the times do not fit, so that only the texts can tell
     */
    public static Optional<Aligned> align(Selection a, Selection b, CueTexts saying) {
        var baseline = Cues.of(a.all(), a.of());
        var target = Cues.of(b.all(), b.of());
        var map = new TimeMapSearch(
                        baseline, target, saying.numbersA(baseline.passages()), saying.numbersB(target.passages()))
                .search();
        if (map.fit() < LEAST_FIT) {
            return Optional.empty();
        }
        var cuts = Cuts.of(baseline, target, map);
        var goneA = gone(baseline, cuts, false);
        var goneB = gone(target, cuts, true);
        var groups = CueBeads.of(
                baseline,
                target,
                map,
                goneA,
                goneB,
                (i, j) -> saying.isSaidIn(baseline.passages()[i], target.passages()[j]));
        var beads = new ArrayList<Bead>();
        for (CueBeads.Group group : groups) {
            List<Integer> ours = group.ours().stream()
                    .map(i -> baseline.passages()[i])
                    .sorted()
                    .toList();
            List<Integer> theirs = group.theirs().stream()
                    .map(j -> target.passages()[j])
                    .sorted()
                    .toList();
            if (ours.isEmpty() || theirs.isEmpty()) {
                boolean inCut = ours.isEmpty()
                        ? goneB[group.theirs().getFirst()]
                        : goneA[group.ours().getFirst()];
                Bead.Kind kind = ours.isEmpty() ? Bead.Kind.ADDED : Bead.Kind.REMOVED;
                String text = ours.isEmpty() ? b.text(theirs) : a.text(ours);
                beads.add(new Bead(ours, theirs, kind, inCut ? 0.95 : alone(text, saying)));
            } else {
                beads.add(new Bead(ours, theirs, saying.kind(ours, theirs)));
            }
        }
        var costs = new Costs(0, (long) a.of().size() + b.of().size(), 0, 0, map.cells());
        return Optional.of(new Aligned(
                beads,
                Map.of(),
                cuts.stream()
                        .map(cut -> cut.in(within(cut, cut.inTarget() ? target : baseline)))
                        .toList(),
                Optional.empty(),
                notes(map),
                costs));
    }

    /** A short line that is missing in a translation was most often left to the picture. */
    private static double alone(String text, CueTexts saying) {
        if (saying.sameLanguage()) {
            return MISSING_LINE;
        }
        return text.strip().length() < SHORT ? SHORT_LINE_ACROSS : MISSING_LINE_ACROSS;
    }

    private static boolean[] gone(Cues cues, List<Cuts.Cut> cuts, boolean inTarget) {
        var gone = new boolean[cues.size()];
        for (Cuts.Cut cut : cuts) {
            for (int i = cues.firstFrom(cut.from() - 1); cut.inTarget() == inTarget && i < cues.size(); i++) {
                if (cues.from()[i] >= cut.to()) {
                    break;
                }
                gone[i] |= cut.holds(cues.from()[i]);
            }
        }
        return gone;
    }

    private static List<Integer> within(Cuts.Cut cut, Cues cues) {
        var within = new ArrayList<Integer>();
        for (int i = cues.firstFrom(cut.from() - 1); i < cues.size() && cues.from()[i] < cut.to(); i++) {
            if (cut.holds(cues.from()[i])) {
                within.add(cues.passages()[i]);
            }
        }
        return within.stream().sorted().toList();
    }

    private static List<String> notes(TimeMap map) {
        var notes = new ArrayList<String>();
        double faster = (map.ratio() - 1) * 100;
        if (Math.abs(faster) > 0.02) {
            notes.add("the target runs %.1f %% %s, %s: no difference"
                    .formatted(Math.abs(faster), faster > 0 ? "faster" : "slower", Speeds.words(map.ratio())));
        }
        double offset =
                map.stretches().isEmpty() ? 0 : map.stretches().getFirst().offset();
        if (Math.abs(offset) >= 0.5) {
            notes.add("the target begins %.1f seconds %s: no difference"
                    .formatted(Math.abs(offset), offset > 0 ? "earlier" : "later"));
        }
        return notes;
    }
}
