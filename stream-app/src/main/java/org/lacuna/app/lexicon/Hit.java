package org.lacuna.app.lexicon;

/**
 * A form found in a text.
 *
 * @param concept what it names
 * @param text the words as they stand in the text
 * @param start first offset in the text as given, inclusive, in UTF-16 code units from 0
 * @param end last offset, exclusive
 * @param ambiguous whether the form has other everyday meanings, so that a word boundary should be checked
 */
public record Hit(Concept concept, String text, int start, int end, boolean ambiguous) {

    boolean within(Hit other) {
        return other.start <= start && end <= other.end;
    }
}
