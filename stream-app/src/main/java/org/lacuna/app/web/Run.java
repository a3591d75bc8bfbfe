package org.lacuna.app.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a shown text.
 *
 * @param text as people see it
 * @param differs whether the other side lacks it
 */
public record Run(String text, boolean differs) {

    /** A whole text as one run; none where it is empty. */
    static List<Run> whole(String text, boolean differs) {
        return text.isEmpty() ? List.of() : List.of(new Run(text, differs));
    }

    /** The runs around the first difference, of about {@code most} characters. */
    static List<Run> brief(List<Run> runs, int most) {
        int left = most;
        var brief = new ArrayList<Run>();
        for (var run : runs) {
            var text = run.text();
            boolean leads = brief.isEmpty() && !run.differs() && runs.size() > 1;
            if (leads && text.length() > most / 3) {
                text = "…" + text.substring(whole(text, text.length() - most / 3));
            }
            if (text.length() > left) {
                brief.add(new Run(text.substring(0, whole(text, left)).stripTrailing() + "…", run.differs()));
                return brief;
            }
            brief.add(new Run(text, run.differs()));
            left -= text.length();
        }
        return brief;
    }

    /** The offset, or the one before it where it would cut a character in two. */
    private static int whole(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset))
                ? offset - 1
                : offset;
    }
}
