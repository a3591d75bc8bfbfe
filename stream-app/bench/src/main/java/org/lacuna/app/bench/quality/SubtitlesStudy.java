package org.lacuna.app.bench.quality;

import java.util.List;
import org.lacuna.app.bench.texts.SubtitlePair;
import org.lacuna.app.compare.engine.Comparer;

/** Twenty simulated pairs of subtitle files, the texts of the cues in the same language. */
record SubtitlesStudy() implements Quality.Study {

    @Override
    public List<Quality.Result> get() {
        var removed = new Score(0, 0, 0, 0);
        var cuts = new Score(0, 0, 0, 0);
        long onUncut = 0;
        for (SubtitlePair pair : SubtitlePair.twenty()) {
            var collation = new Comparer().compare(pair.baseline(), pair.target());
            removed = removed.plus(CutScorer.removed(pair, collation));
            Score found = CutScorer.cuts(pair, collation);
            cuts = cuts.plus(found);
            onUncut += pair.cuts().isEmpty() ? found.given() : 0;
        }
        return List.of(
                new Quality.Result("20 simulated pairs: removed cues", removed.text(), "F1 ≥ 0.97"),
                new Quality.Result("the same: cuts (± 2 s, ± 1 s length)", cuts.text(), "F1 ≥ 0.9"),
                new Quality.Result("the same: cuts said on the 4 uncut pairs", "" + onUncut, "0"));
    }
}
