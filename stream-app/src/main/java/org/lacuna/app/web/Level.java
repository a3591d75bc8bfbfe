package org.lacuna.app.web;

import java.util.List;

/**
 * An attribution level: how far the evidence goes in saying why two versions differ.
 *
 * @param number 0 to 5
 * @param name short name
 * @param means what it says and does not say
 */
public record Level(int number, String name, String means) {

    static final List<Level> ALL = List.of(
            new Level(0, "Lead", "A gap or a single report. It is a place to look, and not yet a statement."),
            new Level(1, "Differs", "Both versions were seen, and they differ. Nothing is said about why."),
            new Level(
                    2,
                    "Regional",
                    "At least two control markets have the passage, or an earlier version does, and no technical cause was found. Why it differs is open."),
            new Level(
                    3,
                    "Consistent with sensitivity",
                    "It is regional, it touches a topic that is sensitive in the market, and a second sign of another kind supports that reading. Other explanations remain; the motive is not known."),
            new Level(
                    4,
                    "Corroborated",
                    "A document or a source that can be named speaks of the motive. Only people give this level."),
            new Level(
                    5,
                    "Confirmed",
                    "An admission, an order or an authenticated document says so, and a reply was sought. Only people give this level."));

    /** @param number 0 to 5; what lies outside is taken for the nearest */
    static Level of(int number) {
        return ALL.get(Math.clamp(number, 0, 5));
    }

    /** What the rule that decided a level asks, in plain words; the id itself where the rule is not known here. */
    static String rule(String id) {
        return switch (id) {
            case "withheld-lead" ->
                "The release was not found in the market, and fewer than two control markets are known to have it.";
            case "withheld-regional" ->
                "The release was not found in the market, while at least two control markets have it. A missing release alone goes no further.";
            case "running-time-alone" ->
                "Only the running time differs. What is absent is not known, so it goes no further.";
            case "restored" -> "The passage stands again; that an edit was undone says little about its cause.";
            case "addition-alone" -> "Words were added and none is missing. An addition alone goes no further.";
            case "technical-explanation" -> "A technical explanation holds, so it goes no further.";
            case "earlier-version" ->
                "An earlier version of the same release reads otherwise: that takes the place of control markets.";
            case "same-in-every-control" -> "Every control market shows the same edit, so it is not regional.";
            case "too-few-controls" ->
                "Fewer than two control markets have the passage, so nothing is said of a region.";
            case "insufficient-data" ->
                "Insufficient data: no other market could be looked up. That is not the same as low risk.";
            case "same-in-many-markets" -> "As many markets show the same edit as have the passage.";
            case "regional" ->
                "At least two control markets have the passage and no technical cause was found; a second sign of another kind is lacking.";
            case "regional-concept-with-support" ->
                "At least two control markets have the passage, it names a sensitive topic, and a second sign of another kind supports that reading.";
            default -> "Rule " + Shown.line(id) + ".";
        };
    }
}
