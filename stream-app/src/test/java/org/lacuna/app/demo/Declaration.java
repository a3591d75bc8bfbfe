package org.lacuna.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Release;
import org.lacuna.scrapers.extract.Selectors;

/** As much of a source declaration as the content needs to be judged without a collector. */
record Declaration(JsonNode tree) {

    static Declaration of(DemoSites sites, String name) {
        try {
            return new Declaration(new ObjectMapper(new YAMLFactory()).readTree(sites.declaration(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return tree.path("id").asText();
    }

    List<Release> releases() {
        var medium = Medium.valueOf(tree.path("medium").asText().toUpperCase(Locale.ROOT));
        var releases = new ArrayList<Release>();
        for (var node : tree.path("releases")) {
            var work = node.path("work").asText();
            var market = node.path("market").asText();
            var language = node.path("language").asText();
            releases.add(new Release(
                    String.join("/", work, market, language).toLowerCase(Locale.ROOT),
                    work,
                    node.path("title").asText(),
                    medium,
                    market,
                    language,
                    ""));
        }
        return releases;
    }

    static Selectors selectors(JsonNode document) {
        var fields = new LinkedHashMap<String, Selectors.FieldRule>();
        document.path("selectors")
                .path("fields")
                .properties()
                .forEach(field -> fields.put(
                        field.getKey(),
                        new Selectors.FieldRule(
                                field.getValue().path("css").asText(),
                                text(field.getValue(), "attribute"),
                                Selectors.FieldType.valueOf(text(field.getValue(), "type")
                                        .orElse("text")
                                        .toUpperCase(Locale.ROOT)))));
        return new Selectors(
                fields,
                text(document.path("selectors"), "passages"),
                text(document.path("selectors"), "chapter-title"));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }
}
