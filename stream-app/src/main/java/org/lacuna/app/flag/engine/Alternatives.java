package org.lacuna.app.flag.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.FindingClass;

/** Other explanations: always all of them, those that the evidence makes likely first. */
final class Alternatives {
    private static final String TECHNICAL = "a technical cause, such as conversion or an incomplete source";
    private static final String LICENCE = "a licence that ended or was never held";
    private static final String RATING = "an age rating or a general content standard";
    private static final String RUNTIME = "a limit on length or running time";
    private static final String LOCALISATION = "localisation or a translator's choice";
    private static final String AUTHOR = "the author's or director's own choice";
    private static final String STEREOTYPE = "removal of a stereotype";
    private static final String SENSITIVITY = "a sensitivity edit by the publisher";
    private static final String OTHER_STATE = "the rules of another state";
    private static final String ERROR = "an error in the source or in the comparison";
    private static final String HOAX = "a hoax or a mislabelled version";
    private static final List<String> ALL = List.of(
            LOCALISATION,
            TECHNICAL,
            AUTHOR,
            RUNTIME,
            ERROR,
            RATING,
            LICENCE,
            SENSITIVITY,
            STEREOTYPE,
            OTHER_STATE,
            HOAX);

    private Alternatives() {}

    static List<String> of(Scene s) {
        var likely = new LinkedHashSet<String>();
        when(likely, s.technical(), TECHNICAL);
        when(likely, s.withheld(), LICENCE, RATING);
        when(likely, s.runningTime().isPresent(), RUNTIME, TECHNICAL);
        when(likely, !s.controls().same().isEmpty(), RATING, OTHER_STATE);
        when(likely, s.findingClass() == FindingClass.M, RATING);
        when(likely, s.losses().stream().anyMatch(l -> l.concept().id().equals("national-image")), STEREOTYPE);
        when(likely, s.translated(), LOCALISATION);
        when(likely, s.edit().standsInEarlierVersion(), AUTHOR, SENSITIVITY);
        when(likely, !Controls.mainlandReach(s.edit().targetMarket()), OTHER_STATE);
        when(likely, s.edit().kind() == ChangeKind.ALTERED, LOCALISATION);
        when(likely, s.edit().kind() == ChangeKind.SHORTENED, RUNTIME);
        likely.addAll(ALL);
        return new ArrayList<>(likely);
    }

    private static void when(Set<String> likely, boolean holds, String... explanations) {
        if (holds) {
            likely.addAll(List.of(explanations));
        }
    }
}
