package org.lacuna.app.flag.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.FindingClass;

/**
 * All that the features look at.
 *
 * @param edit the edit
 * @param losses concepts touched
 * @param controls what other releases say
 * @param stateWins the words of an added caption that lets the state win
 * @param runningTime a running time that became shorter
 * @param kept ids of concepts that the target still names
 * @param names names that the target no longer has
 * @param model what the language models made of the baseline
 */
record Scene(
        Edit edit,
        List<Loss> losses,
        Controls controls,
        Optional<String> stateWins,
        Optional<RunningTime> runningTime,
        Set<String> kept,
        List<Analysis.Name> names,
        Analysis model) {

    boolean withheld() {
        return edit.kind() == ChangeKind.WITHHELD;
    }

    /** Concepts that a span lost: not those of a whole work withheld, nor those that came. */
    List<Loss> lost() {
        return withheld()
                ? List.of()
                : losses.stream().filter(l -> l.how() == Loss.How.LOST).toList();
    }

    /** A named technical cause holds. */
    boolean technical() {
        return !edit.explanations().isEmpty();
    }

    /** The release changed against its own earlier version, for every market. */
    boolean globalEdit() {
        return edit.standsInEarlierVersion() && edit.targetMarket().equals("GLOBAL");
    }

    /** The two texts are written in different scripts, so that one is a translation of the other. */
    boolean translated() {
        return edit.baseline().isPresent()
                && edit.target().isPresent()
                && han(edit.baseline().get()) != han(edit.target().get());
    }

    /** Markets whose edits may point to the mainland regulator: its own, and everyone's. */
    private boolean chinaFacing() {
        return Controls.mainlandReach(edit.targetMarket())
                || edit.targetMarket().equals("GLOBAL");
    }

    FindingClass findingClass() {
        if (withheld()) {
            return FindingClass.X;
        }
        if (losses.isEmpty() && stateWins.isEmpty()) {
            return runningTime.isPresent() && slight(runningTime.get()) ? FindingClass.C : FindingClass.X;
        }
        boolean political = stateWins.isPresent() || touches(FindingClass.P, false);
        boolean routine = touches(FindingClass.P, true);
        boolean moral = touches(FindingClass.M, false);
        if (political || (routine && !moral)) {
            return chinaFacing() ? FindingClass.P : FindingClass.X;
        }
        return moral && !routine ? FindingClass.M : FindingClass.X;
    }

    private boolean touches(FindingClass wanted, boolean routine) {
        return losses.stream().map(Loss::concept).anyMatch(c -> c.findingClass() == wanted && c.routine() == routine);
    }

    private static boolean slight(RunningTime time) {
        return time.after().toSeconds() > time.before().toSeconds() * 0.98;
    }

    private static boolean han(String text) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        return han * 4 > text.codePoints().filter(Character::isLetter).count();
    }
}
