package org.lacuna.app.lexicon;

import java.util.List;

/**
 * One way to write a concept.
 *
 * @param text the words, in any script, as a reader would write them
 * @param use whether they name the concept or only hint at it
 * @param needs the form counts only where one of these words stands in the same text or its context; none where it
 *     counts by itself
 * @param notIn longer words that hold the form by chance: it does not count inside them
 */
public record Form(String text, Use use, List<String> needs, List<String> notIn) {

    /** What a form does for its concept. */
    public enum Use {
        /** It names the concept. */
        NAMES,
        /** It is a weaker or official word that may take the place of a name. */
        VAGUER
    }

    /** Copies the lists. @throws IllegalArgumentException if the text is blank */
    public Form {
        needs = List.copyOf(needs);
        notIn = List.copyOf(notIn);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a form holds at least one letter");
        }
    }

    /** Whether the form has other everyday meanings, so that a word boundary should be checked. */
    public boolean ambiguous() {
        return !needs.isEmpty() || !notIn.isEmpty();
    }
}
