package org.lacuna.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Span;

/**
 * A stretch of a text on a page.
 *
 * @param text with every control and invisible character in sight
 * @param marked whether the other side lacks it
 */
public record Run(String text, boolean marked) {

    /**
     * Cuts a text at the spans that are to be marked. A span that reaches beyond the text, as where a long text was cut
     * short, is marked as far as the text goes.
     *
     * @param marked ascending, in UTF-16 code units
     */
    static List<Run> of(String text, List<Span> marked) {
        var runs = new ArrayList<Run>();
        int at = 0;
        for (var span : marked) {
            int from = Math.clamp(span.getFrom(), at, text.length());
            int to = Math.clamp(span.getTo(), from, text.length());
            add(runs, text.substring(at, from), false);
            add(runs, text.substring(from, to), true);
            at = to;
        }
        add(runs, text.substring(at), false);
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new Run(Printable.lines(text), marked));
        }
    }
}
