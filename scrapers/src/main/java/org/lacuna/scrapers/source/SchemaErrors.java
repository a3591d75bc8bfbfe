package org.lacuna.scrapers.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in plain words where a tree does not fit its schema. */
final class SchemaErrors {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode schema;
    private final YamlPlaces places;

    private SchemaErrors(JsonNode schema, YamlPlaces places) {
        this.schema = schema;
        this.places = places;
    }

    static List<String> of(JsonNode tree, YamlPlaces places, String schemaJson) {
        JsonNode schema;
        try {
            schema = JSON.readTree(schemaJson);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON", e);
        }
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var words = new SchemaErrors(schema, places);
        var errors = registry.getSchema(schema).validate(tree).stream()
                .map(words::line)
                .toList();
        return places.inOrder(new ArrayList<>(errors));
    }

    private String line(Error error) {
        var at = error.getInstanceLocation().toString();
        var rule = rule(error);
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                places.errorAtKey(
                        at + "/" + error.getProperty().replace("~", "~0").replace("/", "~1"),
                        "unknown key '%s': known here are %s".formatted(error.getProperty(), keys(rule)));
            case "required" ->
                places.error(
                        at,
                        "'%s' is missing: add it%s".formatted(error.getProperty(), hint(rule, error.getProperty())));
            case "type" -> places.error(at, "expected %s".formatted(named(rule)) + described(rule));
            case "enum" ->
                places.error(at, "%s is none of %s".formatted(error.getInstanceNode(), listed(rule.path("enum"))));
            case "minItems" -> places.error(at, "the list is empty: give at least one" + described(rule));
            default -> places.error(at, "%s does not fit".formatted(error.getInstanceNode()) + described(rule));
        };
    }

    /** The object of the schema that holds the keyword which failed; references are followed. */
    private JsonNode rule(Error error) {
        var fragment = error.getSchemaLocation().getFragment().toString();
        var rule = schema.at(JsonPointer.compile(fragment)).isMissingNode()
                ? schema
                : schema.at(JsonPointer.compile(fragment).head());
        return rule == null ? schema : rule;
    }

    private static String described(JsonNode rule) {
        var description = rule.path("description").asText();
        return description.isEmpty() ? "" : ": " + description;
    }

    private static String hint(JsonNode rule, String property) {
        var description =
                rule.path("properties").path(property).path("description").asText();
        return description.isEmpty() ? "" : " (%s)".formatted(description);
    }

    private static String named(JsonNode rule) {
        return switch (rule.path("type").asText()) {
            case "object" -> "keys and values";
            case "array" -> "a list";
            case "string" -> "a text (in quotes, where it looks like a number)";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a " + rule.path("type").asText();
        };
    }

    private static String keys(JsonNode rule) {
        return rule.path("properties").properties().stream()
                .map(property -> property.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
