package org.lacuna.app.flag.engine;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.app.lexicon.Hit;

/**
 * Drops an ambiguous form that only arises where two words meet, as 民主 in 公民|主张. A form inside one longer word stays:
 * the segmenter glues words together (CoreNLP issue 985).
 */
final class WordBoundaries {
    private WordBoundaries() {}

    static List<Loss> confirmed(List<Loss> losses, Analysis model) {
        if (!(model instanceof Analysis.Read read)) {
            return losses;
        }
        var kept = new ArrayList<Loss>();
        for (Loss loss : losses) {
            var terms = loss.terms().stream()
                    .filter(t -> t.start() >= read.length() || !straddles(t, read.words()))
                    .toList();
            if (!terms.isEmpty()) {
                kept.add(new Loss(loss.concept(), terms, loss.how(), loss.vaguer()));
            }
        }
        return kept;
    }

    /** Both ends of the form lie inside words that reach beyond it. One alone may be a segmenter's slip, as 台|独分子. */
    private static boolean straddles(Hit hit, List<Analysis.Word> words) {
        return hit.ambiguous()
                && words.stream().anyMatch(w -> w.start() < hit.start() && hit.start() < w.end() && w.end() < hit.end())
                && words.stream()
                        .anyMatch(w -> hit.start() < w.start() && w.start() < hit.end() && hit.end() < w.end());
    }
}
