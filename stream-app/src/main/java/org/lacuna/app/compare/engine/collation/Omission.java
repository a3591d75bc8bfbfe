package org.lacuna.app.compare.engine.collation;

import java.util.List;

/**
 * Words of the baseline that the target lacks with hardly any in their place: whole passages, a part of one, or both.
 *
 * @param passages indices of the baseline's passages that it touches, ascending
 * @param from first UTF-16 code unit of the words in the text of the first passage, from 0
 * @param to the code unit after their last one in the text of the last passage
 * @param whole whether a passage is missing as a whole
 * @param target indices of the target's passages that keep the rest; none where nothing is kept
 */
public record Omission(List<Integer> passages, int from, int to, boolean whole, List<Integer> target) {
    /** Most UTF-16 code units of a difference's text: two of them in a finding in an alert stay below 1 MB. */
    public static final int MOST_TEXT = 64 * 1024;

    /** Copies the lists. */
    public Omission {
        passages = List.copyOf(passages);
        target = List.copyOf(target);
    }
}
