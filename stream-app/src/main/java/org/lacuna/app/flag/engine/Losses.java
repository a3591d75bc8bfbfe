package org.lacuna.app.flag.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lacuna.app.lexicon.Concept;
import org.lacuna.app.lexicon.Hit;
import org.lacuna.app.lexicon.Matcher;
import org.lacuna.schema.FindingClass;

/** Finds which concepts an edit touches. A concept that the target names in another form is not lost. */
final class Losses {
    private final Matcher matcher;

    Losses(Matcher matcher) {
        this.matcher = matcher;
    }

    List<Loss> of(Edit edit) {
        return switch (edit.kind()) {
            case REMOVED, SHORTENED, ALTERED, FIELD_CHANGED, WITHHELD -> lost(edit);
            case ADDED -> gained(edit, Loss.How.GAINED);
            case RESTORED -> gained(edit, Loss.How.BACK);
            case MOVED -> List.of();
        };
    }

    /** Ids of the concepts that the target names. */
    Set<String> kept(Edit edit) {
        return concepts(matcher.find(edit.target().orElse(""), edit.context())).stream()
                .map(Concept::id)
                .collect(Collectors.toSet());
    }

    private List<Loss> lost(Edit edit) {
        var baseline = edit.baseline().orElse("");
        var target = edit.target().orElse("");
        var still = concepts(matcher.find(target, edit.context()));
        var losses = new ArrayList<Loss>();
        byConcept(matcher.find(baseline, edit.context())).forEach((concept, terms) -> {
            if (!still.contains(concept)) {
                losses.add(new Loss(concept, terms, Loss.How.LOST, vaguer(concept, baseline, target)));
            }
        });
        return losses;
    }

    private List<Loss> gained(Edit edit, Loss.How how) {
        var before = edit.baseline().orElse("");
        var now = edit.target().orElse("");
        // A restored passage may come with one text only.
        var text = how == Loss.How.BACK && now.isEmpty() ? before : now;
        var known = text.equals(before) ? Set.<Concept>of() : concepts(matcher.find(before, edit.context()));
        var losses = new ArrayList<Loss>();
        byConcept(matcher.find(text, edit.context())).forEach((concept, terms) -> {
            if (!known.contains(concept) && (how == Loss.How.BACK || telling(concept))) {
                losses.add(new Loss(concept, terms, how, List.of()));
            }
        });
        return losses;
    }

    /** What everyday stories speak of, or what a content standard limits, is no sign where it was added. */
    private static boolean telling(Concept concept) {
        return !concept.routine() && concept.findingClass() != FindingClass.M;
    }

    private List<String> vaguer(Concept concept, String baseline, String target) {
        var before = words(concept, baseline);
        return words(concept, target).stream().filter(w -> !before.contains(w)).toList();
    }

    private List<String> words(Concept concept, String text) {
        return matcher.findVaguer(text).stream()
                .filter(h -> h.concept().equals(concept))
                .map(Hit::text)
                .distinct()
                .toList();
    }

    private static Map<Concept, List<Hit>> byConcept(List<Hit> hits) {
        return hits.stream().collect(Collectors.groupingBy(Hit::concept, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<Concept> concepts(List<Hit> hits) {
        return hits.stream().map(Hit::concept).collect(Collectors.toSet());
    }
}
