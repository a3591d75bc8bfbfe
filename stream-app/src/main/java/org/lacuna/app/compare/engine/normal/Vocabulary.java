package org.lacuna.app.compare.engine.normal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of the words met so far: a single character is its own code point, a word comes after the code points. Not
 * thread-safe: each comparison has its own.
 */
public final class Vocabulary {

    private static final int FIRST_WORD = Character.MAX_CODE_POINT + 1;

    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Integer> canonical = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a lower-case word, whatever its spelling variant. */
    public int of(String word) {
        Integer known = seen.get(word);
        if (known != null) {
            return known;
        }
        String form = Spelling.canonical(word);
        Integer id = canonical.get(form);
        if (id == null) {
            id = FIRST_WORD + words.size();
            canonical.put(form, id);
            words.add(form);
        }
        seen.put(word, id);
        return id;
    }

    /** The normalised text behind a number. */
    public String text(int id) {
        return id >= FIRST_WORD ? words.get(id - FIRST_WORD) : Character.toString(id);
    }
}
