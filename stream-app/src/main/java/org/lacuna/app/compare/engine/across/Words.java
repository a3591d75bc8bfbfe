package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers of the words of both texts, from 0. One numbering for both, so that a name or a figure that stands in both texts
 * has one number. Not thread-safe while it grows.
 */
final class Words {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word, a new one where it was not met before. */
    int of(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, words.size());
        words.add(word);
        return words.size() - 1;
    }

    /** The number of a word, or -1 where it was not met. */
    int find(String word) {
        return numbers.getOrDefault(word, -1);
    }

    String text(int number) {
        return words.get(number);
    }

    int size() {
        return words.size();
    }
}
