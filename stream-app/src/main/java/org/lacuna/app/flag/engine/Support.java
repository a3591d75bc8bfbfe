package org.lacuna.app.flag.engine;

import java.util.Set;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.FindingClass;

/** Second signs, independent of the lost concept itself, of which level 3 needs one. */
final class Support {
    private static final Set<String> SEVERE = Set.of("gore-skeletons", "sex-drugs-gambling");

    private Support() {}

    static boolean any(Scene s) {
        return wholeSpan(s)
                || severalTerms(s)
                || nameLost(s)
                || severityInsensitive(s)
                || s.stateWins().isPresent()
                || s.lost().stream().anyMatch(l -> !l.vaguer().isEmpty());
    }

    static boolean wholeSpan(Scene s) {
        return s.edit().kind() == ChangeKind.REMOVED && !s.lost().isEmpty();
    }

    static boolean severalTerms(Scene s) {
        return s.lost().stream()
                .anyMatch(l -> l.words().stream().map(String::strip).distinct().count() >= 2);
    }

    /** Only persons count: names of places and bodies often hold a nation's, which carries no weight. */
    static boolean nameLost(Scene s) {
        return !s.lost().isEmpty()
                && s.names().stream().filter(n -> n.type().equals("PERSON")).anyMatch(n -> s.lost().stream()
                        .flatMap(l -> l.words().stream())
                        .noneMatch(w -> w.contains(n.text()) || n.text().contains(w)));
    }

    static boolean severityInsensitive(Scene s) {
        return s.lost().stream()
                        .map(Loss::concept)
                        .anyMatch(c -> c.findingClass() == FindingClass.P || c.id().equals("lgbtq"))
                && s.kept().stream().anyMatch(SEVERE::contains);
    }
}
