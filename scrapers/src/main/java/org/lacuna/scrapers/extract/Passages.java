package org.lacuna.scrapers.extract;

import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Makes the four kinds of passages. */
final class Passages {

    private Passages() {}

    static Passage prose(String text) {
        return new Passage(PassageKind.PROSE, text, null, null, null);
    }

    static Passage entry(String key, String text) {
        return new Passage(PassageKind.ENTRY, text, key, null, null);
    }

    static Passage field(String key, String text) {
        return new Passage(PassageKind.FIELD, text, key, null, null);
    }

    static Passage cue(String text, long fromMillis, long toMillis) {
        return new Passage(PassageKind.CUE, text, null, fromMillis, toMillis);
    }
}
