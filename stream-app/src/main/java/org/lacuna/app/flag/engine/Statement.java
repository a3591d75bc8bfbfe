package org.lacuna.app.flag.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.schema.FindingClass;

/** The finding in one careful template: what differs, what that is consistent with, what else, how far. */
final class Statement {
    private Statement() {}

    static String of(Scene s, int level, List<String> alternatives) {
        var others = alternatives.stream().limit(3).collect(Collectors.joining(", or "));
        return "%s This is consistent with %s; it is also consistent with %s.%s Level %d; actor unknown."
                .formatted(
                        difference(s),
                        suspicion(s),
                        others,
                        s.controls().any() ? "" : " Insufficient data: no other release could be looked up.",
                        level);
    }

    private static String difference(Scene s) {
        var edit = s.edit();
        if (s.withheld()) {
            return "No %s edition was found where the %s edition is on offer; a missing release is not by itself a sign of a decision about its content."
                    .formatted(edit.targetMarket(), edit.baselineMarket());
        }
        var from = edit.standsInEarlierVersion() ? "its earlier version" : "the " + edit.baselineMarket() + " edition";
        return "The %s edition differs from %s: %s.".formatted(edit.targetMarket(), from, what(s));
    }

    private static String what(Scene s) {
        if (s.runningTime().isPresent()) {
            var time = s.runningTime().get();
            return "it runs %d minutes instead of %d"
                    .formatted(time.after().toMinutes(), time.before().toMinutes());
        }
        if (s.losses().isEmpty()) {
            return "it has the added words \"" + s.stateWins().orElse("") + "\"";
        }
        var passage = "a passage that names "
                + s.losses().stream()
                        .map(l -> "%s (\"%s\")".formatted(l.concept().label(), String.join("\", \"", l.words())))
                        .collect(Collectors.joining(" and "));
        return switch (s.edit().kind()) {
            case REMOVED, WITHHELD -> passage + " is missing";
            case SHORTENED -> passage + " is shorter and no longer does";
            case ALTERED, FIELD_CHANGED -> passage + " is altered and no longer does";
            case CONCEPT_LOST -> passage + " is rendered without that";
            case ADDED -> passage + " was added";
            case RESTORED -> passage + " stands again";
            case MOVED -> passage + " stands elsewhere";
        };
    }

    private static String suspicion(Scene s) {
        if (s.withheld() || (s.losses().isEmpty() && s.runningTime().isPresent())) {
            return "a decision about this market";
        }
        return s.findingClass() == FindingClass.M
                ? "a content standard of this market"
                : "sensitivity of the topic in the China market";
    }
}
