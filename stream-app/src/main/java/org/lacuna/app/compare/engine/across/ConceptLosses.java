package org.lacuna.app.compare.engine.across;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lacuna.app.lexicon.Hit;
import org.lacuna.app.lexicon.Matcher;

/**
 * Finds concepts of the lexicon that a passage names and its counterpart in another language no longer does. Thread-safe.
 */
public final class ConceptLosses {

    /** Passages before and after the counterpart in which the concept may stand as well. */
    public static final int NEARBY = 3;

    private final Matcher matcher;

    /** Losses of the concepts that a matcher knows. */
    public ConceptLosses(Matcher matcher) {
        this.matcher = matcher;
    }

    /**
     * The concepts that are lost.
     *
     * @param baseline what the passage says
     * @param target what its counterpart says, and the passages about it
     * @return ids of concepts, in the order in which the baseline names them; none where nothing is lost
     */
    public List<String> of(String baseline, String target) {
        Set<String> named = ids(matcher.find(baseline));
        if (!named.isEmpty()) {
            named.removeAll(ids(matcher.find(target)));
        }
        return List.copyOf(named);
    }

    private static Set<String> ids(List<Hit> hits) {
        var ids = new LinkedHashSet<String>();
        hits.forEach(hit -> ids.add(hit.concept().id()));
        return ids;
    }
}
