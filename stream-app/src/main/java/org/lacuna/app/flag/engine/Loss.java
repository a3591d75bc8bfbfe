package org.lacuna.app.flag.engine;

import java.util.List;
import org.lacuna.app.lexicon.Concept;
import org.lacuna.app.lexicon.Hit;

/**
 * A concept that an edit touches.
 *
 * @param concept the concept
 * @param terms the words that name it, in the text that has them; never empty
 * @param how whether they went, came or came back
 * @param vaguer weaker or official words that stand in the target instead, as they stand; may be empty
 */
record Loss(Concept concept, List<Hit> terms, How how, List<String> vaguer) {

    enum How {
        LOST,
        GAINED,
        BACK
    }

    List<String> words() {
        return terms.stream().map(Hit::text).distinct().toList();
    }
}
