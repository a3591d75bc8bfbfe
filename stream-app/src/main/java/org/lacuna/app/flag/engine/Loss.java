package org.lacuna.app.flag.engine;

import java.util.List;
import org.lacuna.app.lexicon.Concept;
import org.lacuna.app.lexicon.Hit;
import org.lacuna.schema.text.Excerpt;

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

    /** Most words of one concept that a finding names. */
    private static final int MOST_WORDS = 50;

    private static final int LONGEST_WORD = 100;

    /** The words as they stand, each once; the first of them where they are very many. */
    List<String> words() {
        return shown(terms);
    }

    /** Words as a finding names them. */
    static List<String> shown(List<Hit> terms) {
        return terms.stream()
                .map(hit -> Excerpt.start(hit.text(), LONGEST_WORD))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
