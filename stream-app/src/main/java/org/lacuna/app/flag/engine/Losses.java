package org.lacuna.app.flag.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            case REMOVED, SHORTENED, ALTERED, CONCEPT_LOST, FIELD_CHANGED, WITHHELD -> lost(edit);
            case ADDED -> gained(edit, Loss.How.GAINED);
            case RESTORED -> gained(edit, Loss.How.BACK);
            case MOVED -> List.of();
        };
    }

    /** Ids of the concepts that the target names. */
    Set<String> kept(Edit edit) {
        return concepts(matcher.find(edit.target().orElse(""), edit.context()));
    }

    private List<Loss> lost(Edit edit) {
        var baseline = edit.baseline().orElse("");
        var target = edit.target().orElse("");
        var still = concepts(matcher.find(target, edit.context()));
        var losses = new ArrayList<Loss>();
        byConcept(matcher.find(baseline, edit.context())).forEach((id, terms) -> {
            var concept = terms.getFirst().concept();
            if (!still.contains(id)) {
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
        var known = text.equals(before) ? Set.<String>of() : concepts(matcher.find(before, edit.context()));
        var losses = new ArrayList<Loss>();
        byConcept(matcher.find(text, edit.context())).forEach((id, terms) -> {
            var concept = terms.getFirst().concept();
            if (!known.contains(id) && (how == Loss.How.BACK || telling(concept))) {
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
        var before = words(concept, baseline).map(Hit::text).collect(Collectors.toSet());
        return Loss.shown(
                words(concept, target).filter(h -> !before.contains(h.text())).toList());
    }

    private Stream<Hit> words(Concept concept, String text) {
        return matcher.findVaguer(text).stream().filter(h -> h.concept().equals(concept));
    }

    /** By the concept's id: a concept itself is slow to hash, as it holds all its forms. */
    private static Map<String, List<Hit>> byConcept(List<Hit> hits) {
        return hits.stream()
                .collect(Collectors.groupingBy(h -> h.concept().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> concepts(List<Hit> hits) {
        return hits.stream().map(h -> h.concept().id()).collect(Collectors.toSet());
    }
}
