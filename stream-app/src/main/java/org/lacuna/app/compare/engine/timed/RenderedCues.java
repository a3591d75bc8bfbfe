package org.lacuna.app.compare.engine.timed;

import java.util.List;
import org.lacuna.app.compare.engine.collation.Bead;

/** Cues of two languages: what is shown at the same time is taken to render the other. Thread-safe. */
public final class RenderedCues implements CueTexts {

    @Override
    public boolean sameLanguage() {
        return false;
    }

    @Override
    public int[] numbersA(int[] passages) {
        return new int[passages.length];
    }

    @Override
    public int[] numbersB(int[] passages) {
        return new int[passages.length];
    }

    @Override
    public boolean isSaidIn(int baseline, int target) {
        return false;
    }

    @Override
    public Bead.Kind kind(List<Integer> baseline, List<Integer> target) {
        return Bead.Kind.SAME;
    }
}
