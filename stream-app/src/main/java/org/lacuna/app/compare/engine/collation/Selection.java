package org.lacuna.app.compare.engine.collation;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.lacuna.schema.Passage;

/**
 * Passages of one text that are to be aligned.
 *
 * @param all all passages of the text
 * @param of indices of those to be aligned, from 0, ascending
 * @param section tells the section of a passage by its index
 * @param language BCP 47 tag of the text
 */
public record Selection(List<Passage> all, List<Integer> of, IntUnaryOperator section, String language) {

    /** What passages say, a line each. */
    public String text(List<Integer> indices) {
        var text = new StringBuilder();
        for (int i : indices) {
            text.append(all.get(i).getText()).append('\n');
        }
        return text.toString();
    }
}
