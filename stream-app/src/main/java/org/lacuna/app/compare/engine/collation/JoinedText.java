package org.lacuna.app.compare.engine.collation;

import java.util.List;

/**
 * Several passages as one text: without blanks at their ends, a blank between them where the script has blanks. Knows where
 * each passage stands in it. Immutable.
 */
public final class JoinedText {

    private final StringBuilder text = new StringBuilder();
    private final int[] starts;
    private final int[] stripped;
    private final int[] ends;

    /** Joins passages, in order. */
    public JoinedText(List<String> passages) {
        starts = new int[passages.size()];
        stripped = new int[passages.size()];
        ends = new int[passages.size()];
        for (int k = 0; k < passages.size(); k++) {
            String passage = passages.get(k);
            String next = passage.strip();
            if (!text.isEmpty() && !next.isEmpty() && !isWide(text.codePointBefore(text.length()))) {
                text.append(' ');
            }
            starts[k] = text.length();
            stripped[k] = passage.length() - passage.stripLeading().length();
            text.append(next);
            ends[k] = text.length();
        }
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= 0x3000 && codePoint <= 0x30FF)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF65);
    }

    /**
     * Where a place in a passage is in the whole.
     *
     * @param passage which of the passages, from 0
     * @param offset UTF-16 offset in the passage as it was given
     */
    public int at(int passage, int offset) {
        return Math.clamp(starts[passage] + (long) offset - stripped[passage], starts[passage], ends[passage]);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
