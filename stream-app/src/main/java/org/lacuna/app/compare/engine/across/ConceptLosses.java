package org.lacuna.app.compare.engine.across;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lacuna.app.compare.engine.normal.HanScript;
import org.lacuna.app.lexicon.Hit;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.app.lexicon.WordList;

/**
 * Finds concepts of the lexicon that a passage names and its counterpart in another language no longer does. Thread-safe.
 */
public final class ConceptLosses {

    /** Passages before and after the counterpart in which the concept may stand as well. */
    public static final int NEARBY = 3;

    private final Matcher matcher;
    private final WordList list;

    /**
     * Losses of the concepts that a matcher knows.
     *
     * @param list everyday renderings: a lexicon of sensitive topics does not hold every word for a ghost
     */
    public ConceptLosses(Matcher matcher, WordList list) {
        this.matcher = matcher;
        this.list = list;
    }

    /**
     * The concepts that are lost.
     *
     * @param baseline what the passage says
     * @param target what its counterpart says, and the passages about it
     * @return ids of concepts, in the order in which the baseline names them; none where nothing is lost
     */
    public List<String> of(String baseline, String target) {
        List<Hit> hits = matcher.find(baseline);
        Set<String> named = ids(hits);
        if (!named.isEmpty()) {
            named.removeAll(ids(matcher.find(target)));
            hits.stream()
                    .filter(hit -> isRendered(baseline.substring(hit.start(), hit.end()), target))
                    .forEach(hit -> named.remove(hit.concept().id()));
        }
        return List.copyOf(named);
    }

    private boolean isRendered(String word, String target) {
        var simplified = new StringBuilder();
        target.codePoints().map(HanScript::simplified).forEach(simplified::appendCodePoint);
        return list.renderings(word).stream().anyMatch(rendering -> simplified.indexOf(rendering) >= 0);
    }

    private static Set<String> ids(List<Hit> hits) {
        var ids = new LinkedHashSet<String>();
        hits.forEach(hit -> ids.add(hit.concept().id()));
        return ids;
    }
}
