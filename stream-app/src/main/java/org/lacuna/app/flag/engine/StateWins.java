package org.lacuna.app.flag.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.schema.ChangeKind;

/** A caption that lets the state win: an authority and the outcome that it brings, close together in one sentence. */
final class StateWins {
    private static final String ACTOR =
            "(?:police|authorit(?:y|ies)|law enforcement|public security|prosecutors?|the court)";
    private static final String OUTCOME =
            "(?:arrest(?:ed|s|ing)?|captured?|apprehended|brought to justice|sentenced|foiled|thwarted"
                    + "|surrender(?:ed|s)?|turned (?:him|her|them)sel(?:f|ves) in|convicted|prevent(?:ed|ing)|punished|imprisoned|jailed)";
    private static final String ZH_ACTOR = "(?:公安|警方|警察|当局|當局|政府|法院|司法|检察|檢察|法律|国家安全|國家安全)";
    private static final String ZH_OUTCOME =
            "(?:逮捕|抓获|抓獲|落网|落網|伏法|判处|判處|判刑|绳之以法|繩之以法|自首|归案|歸案|制止|破获|破獲|制裁" + "|捉拿|投案|拘捕|被捕|严惩|嚴懲|阻止)";
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(?:" + either(ACTOR, "\\b[^.!?]{1,90}\\b", OUTCOME) + ")\\b");
    private static final Pattern CHINESE = Pattern.compile(either(ZH_ACTOR, "[^。！？]{0,40}", ZH_OUTCOME));

    private StateWins() {}

    /** The words of the caption, as they stand in the target and not in the baseline; empty where there are none. */
    static Optional<String> in(Edit edit) {
        boolean adds = edit.kind() == ChangeKind.ADDED || edit.kind() == ChangeKind.ALTERED;
        if (!adds || edit.baseline().flatMap(StateWins::words).isPresent()) {
            return Optional.empty();
        }
        return edit.target().flatMap(StateWins::words);
    }

    private static Optional<String> words(String text) {
        for (Pattern pattern : new Pattern[] {ENGLISH, CHINESE}) {
            var found = pattern.matcher(text);
            if (found.find()) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }

    private static String either(String one, String gap, String other) {
        return one + gap + other + "|" + other + gap + one;
    }
}
