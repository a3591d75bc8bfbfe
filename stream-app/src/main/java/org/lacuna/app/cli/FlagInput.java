package org.lacuna.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.flag.engine.Edit;
import org.lacuna.app.oneshot.BadInputException;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.WitnessState;

/**
 * The object that a line of {@code lacuna flag} holds. Members that it does not know are left aside.
 *
 * @param json the line's value
 */
record FlagInput(JsonNode json) {

    private static final Pattern MARKET = Pattern.compile("GLOBAL|[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    /** @throws BadInputException if it is not such an object: says what is wrong and what would be right */
    Edit edit() {
        if (!json.isObject()) {
            throw new BadInputException("not a JSON object: a line holds one change");
        }
        var id = required("id");
        var baseline = text(json, "baseline");
        var target = text(json, "target");
        var kind = kind(required("kind"), target);
        check(kind, baseline, target);
        return new Edit(
                id,
                kind,
                oneOf("medium", required("medium"), Medium.values(), m -> m.name()
                        .toLowerCase(Locale.ROOT)),
                matching("language", required("language"), LANGUAGE, "a BCP 47 tag such as en or zh-Hans"),
                baseline,
                target,
                text(json, "context").orElse(""),
                witnesses(),
                earlierVersion(),
                text(json, "key"),
                explanations(),
                market(json, "baselineMarket").orElse("GLOBAL"),
                market(json, "targetMarket").orElse("CN"));
    }

    private static ChangeKind kind(String name, Optional<String> target) {
        var kind = oneOf("kind", name, ChangeKind.values(), ChangeKind::name);
        return kind == ChangeKind.CONCEPT_LOST && target.isEmpty() ? ChangeKind.REMOVED : kind;
    }

    private static void check(ChangeKind kind, Optional<String> baseline, Optional<String> target) {
        var missing =
                switch (kind) {
                    case REMOVED, SHORTENED, ALTERED, CONCEPT_LOST -> baseline.isEmpty() ? "baseline" : "";
                    case ADDED -> target.isEmpty() ? "target" : "";
                    case MOVED, FIELD_CHANGED, RESTORED ->
                        baseline.isEmpty() && target.isEmpty() ? "baseline or target" : "";
                    case WITHHELD -> "";
                };
        if (!missing.isEmpty()) {
            throw new BadInputException("a change of the kind %s has a %s text".formatted(kind, missing));
        }
    }

    private List<Edit.Sighting> witnesses() {
        var sightings = new ArrayList<Edit.Sighting>();
        for (JsonNode witness : array("witnesses")) {
            var market = market(witness, "market");
            var state = text(witness, "state");
            if (market.isEmpty() || state.isEmpty()) {
                throw new BadInputException("a witness has a 'market' and a 'state'");
            }
            sightings.add(new Edit.Sighting(
                    market.get(), oneOf("state", state.get(), WitnessState.values(), WitnessState::name)));
        }
        return sightings;
    }

    private List<String> explanations() {
        var explanations = new ArrayList<String>();
        for (JsonNode explanation : array("explanations")) {
            if (!explanation.isTextual()) {
                throw new BadInputException("'explanations' holds words, such as \"pal-speed-up\"");
            }
            explanations.add(explanation.asText());
        }
        return explanations;
    }

    private boolean earlierVersion() {
        var value = json.path("earlierVersion");
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw new BadInputException("'earlierVersion' is true or false");
        }
        return value.asBoolean();
    }

    private Iterable<JsonNode> array(String name) {
        var value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadInputException("'%s' is a list".formatted(name));
        }
        return value;
    }

    private String required(String name) {
        return text(json, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new BadInputException("'%s' is missing".formatted(name)));
    }

    private static Optional<String> text(JsonNode object, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new BadInputException("'%s' is a text in quotes or null".formatted(name));
        }
        return Optional.of(value.asText());
    }

    private static Optional<String> market(JsonNode object, String name) {
        return text(object, name)
                .map(value -> matching(name, value, MARKET, "GLOBAL or two capital letters such as TW"));
    }

    private static String matching(String name, String value, Pattern form, String right) {
        if (!form.matcher(value).matches()) {
            throw new BadInputException("%s '%s' is not %s".formatted(name, value, right));
        }
        return value;
    }

    private static <E> E oneOf(String name, String value, E[] known, Function<E, String> spelling) {
        return Stream.of(known)
                .filter(one -> spelling.apply(one).equals(value))
                .findFirst()
                .orElseThrow(() -> new BadInputException("%s '%s' is none of %s"
                        .formatted(name, value, Stream.of(known).map(spelling).collect(Collectors.joining(", ")))));
    }
}
