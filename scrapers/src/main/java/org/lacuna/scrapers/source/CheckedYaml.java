package org.lacuna.scrapers.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** YAML that was held against a JSON Schema. */
public sealed interface CheckedYaml {

    /**
     * It fits.
     *
     * @param tree what it says
     * @param places where it says so, for what a schema cannot check
     */
    record Ok(JsonNode tree, YamlPlaces places) implements CheckedYaml {}

    /**
     * It does not.
     *
     * @param errors {@code file:line:column: what is wrong and what to do}, one line each, in the order of the file
     */
    record Bad(List<String> errors) implements CheckedYaml {
        /** Copies the list. */
        public Bad {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Reads YAML by the core schema of YAML 1.2 (so {@code NO} is Norway) and checks it.
     *
     * @param name what the file is called in errors
     * @param schemaJson a JSON Schema of draft 2020-12; its descriptions say what to do
     */
    static CheckedYaml read(String yaml, String name, String schemaJson) {
        var read = YamlTree.read(yaml, name);
        if (!(read instanceof Ok(var tree, var places))) {
            return read;
        }
        var errors = SchemaErrors.of(tree, places, schemaJson);
        return errors.isEmpty() ? read : new Bad(errors);
    }
}
