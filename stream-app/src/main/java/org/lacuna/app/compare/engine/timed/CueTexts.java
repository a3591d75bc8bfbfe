package org.lacuna.app.compare.engine.timed;

import java.util.List;
import org.lacuna.app.compare.engine.collation.Bead;

/** What cues say, for the aligning by time: asked by indices of passages in their texts. */
public interface CueTexts {

    /** Whether both texts are in one language, so that words can be compared. */
    boolean sameLanguage();

    /** For each cue of the baseline a number that equal texts share; 0 where nothing can be told. */
    int[] numbersA(int[] passages);

    /** The same for the target. */
    int[] numbersB(int[] passages);

    /** Whether what a cue of the baseline says stands within a cue of the target. */
    boolean isSaidIn(int baseline, int target);

    /** How two groups of cues that are shown at the same time relate. */
    Bead.Kind kind(List<Integer> baseline, List<Integer> target);
}
