package org.lacuna.app.flag.engine;

import java.util.List;

/** What the language models made of a text; that they made nothing of it is a value too. */
public sealed interface Analysis {

    /**
     * A word.
     *
     * @param start first offset in the text as given, in UTF-16 code units from 0
     * @param end last offset, exclusive
     */
    record Word(int start, int end) {}

    /**
     * A name.
     *
     * @param text as it stands in the text as given
     * @param type as CoreNLP gives it, such as PERSON
     */
    record Name(String text, String type) {}

    /**
     * It was read: its words and names, in order.
     *
     * @param length how much of the text was read, in UTF-16 code units from its start
     */
    record Read(List<Word> words, List<Name> names, int length) implements Analysis {
        /** Copies the lists. */
        public Read {
            words = List.copyOf(words);
            names = List.copyOf(names);
        }
    }

    /** The models are not to be had; the flagger goes on with the lexicon. */
    record Degraded(String why) implements Analysis {}

    /** This text was not read: too slow, or a language without a model. */
    record NotAnalysed(String why) implements Analysis {}
}
