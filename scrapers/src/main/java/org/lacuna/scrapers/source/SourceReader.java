package org.lacuna.scrapers.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Release;

/** Reads the declaration of a source. Thread-safe. */
public final class SourceReader {

    /** What became of a declaration. */
    public sealed interface Result {
        /** It could be read. */
        record Ok(Source source) implements Result {}

        /**
         * It is wrong.
         *
         * @param errors {@code file:line:column: what is wrong and what to do}, one line each, in the order of the file
         */
        record Bad(List<String> errors) implements Result {
            /** Copies the list. */
            public Bad {
                errors = List.copyOf(errors);
            }
        }
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofHours(24);
    private static final int SIGHTINGS = 3;

    private final JsonNode tree;
    private final YamlPlaces places;
    private final List<String> errors = new ArrayList<>();
    private final DocumentRules documents;

    private SourceReader(JsonNode tree, YamlPlaces places) {
        this.tree = tree;
        this.places = places;
        documents = new DocumentRules(places, errors);
    }

    /**
     * Reads a declaration.
     *
     * @param name what its file is called in errors
     */
    public static Result read(String yaml, String name) {
        return switch (CheckedYaml.read(yaml, name, schema())) {
            case CheckedYaml.Bad(var errors) -> new Result.Bad(errors);
            case CheckedYaml.Ok(var tree, var places) -> new SourceReader(tree, places).result();
        };
    }

    private static String schema() {
        try (var in = Objects.requireNonNull(SourceReader.class.getResourceAsStream("source.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result result() {
        var promise = tree.path("promise");
        var absence = tree.path("absence");
        documents.checkSelector(absence.path("selector"), "/absence/selector");
        var source = new Source(
                tree.path("id").asText(),
                tree.path("name").asText(),
                Medium.valueOf(tree.path("medium").asText().toUpperCase(Locale.ROOT)),
                duration("pause", PAUSE),
                duration("every", EVERY),
                new Source.Promise(
                        text(promise, "contains"),
                        texts(promise.path("fields")),
                        promise.path("passages").asInt(0)),
                new Source.Absence(
                        text(absence, "selector"),
                        StreamSupport.stream(absence.path("status").spliterator(), false)
                                .map(JsonNode::asInt)
                                .collect(Collectors.toSet()),
                        absence.path("sightings").asInt(SIGHTINGS)),
                texts(tree.path("blocked")),
                listings());
        checkPromisedFields(source);
        return errors.isEmpty() ? new Result.Ok(source) : new Result.Bad(places.inOrder(errors));
    }

    private List<Source.Listing> listings() {
        var shared = documents.read(tree.path("documents"), "/documents");
        Map<String, String> seen = new HashMap<>();
        var listings = new ArrayList<Source.Listing>();
        int index = 0;
        for (var node : tree.path("releases")) {
            var at = "/releases/" + index++;
            var release = release(node, at);
            var earlier = seen.putIfAbsent(release.getId(), places.lineAndColumn(at));
            if (earlier != null) {
                errors.add(places.error(
                        at,
                        "release %s is already declared at %s: remove one, or give them different edits"
                                .formatted(release.getId(), earlier)));
            }
            var own = node.has("documents") ? documents.read(node.path("documents"), at + "/documents") : shared;
            if (own.isEmpty()) {
                errors.add(places.error(
                        at, "'documents' is missing: add it to the release, or to the source for all releases"));
            }
            listings.add(new Source.Listing(
                    release,
                    text(node, "egress").orElse(release.getMarket()),
                    documents.fill(own, release, text(node, "id"))));
        }
        return listings;
    }

    private Release release(JsonNode node, String at) {
        var work = node.path("work").asText();
        var market = node.path("market").asText();
        var language = language(node.path("language").asText(), at + "/language");
        var edit = node.path("edit").asText();
        var id = String.join("/", work, market, language, edit).toLowerCase(Locale.ROOT);
        return new Release(
                edit.isEmpty() ? id.substring(0, id.length() - 1) : id,
                work,
                node.path("title").asText(),
                Medium.valueOf(tree.path("medium").asText().toUpperCase(Locale.ROOT)),
                market,
                language,
                edit);
    }

    private String language(String tag, String at) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException malformed) {
            errors.add(places.error(at, "'%s' is no language: use a BCP 47 tag, such as en or zh-Hans".formatted(tag)));
            return tag;
        }
    }

    private void checkPromisedFields(Source source) {
        for (int i = 0; i < source.promise().fields().size(); i++) {
            var field = source.promise().fields().get(i);
            for (var listing : source.releases()) {
                boolean given = listing.documents().stream()
                        .flatMap(document -> document.selectors().stream())
                        .anyMatch(selectors -> selectors.fields().containsKey(field));
                if (!given) {
                    errors.add(places.error(
                            "/promise/fields/" + i,
                            "no selector of release %s gives the promised field '%s': add one, or promise less"
                                    .formatted(listing.release().getId(), field)));
                }
            }
        }
    }

    private Duration duration(String key, Duration usual) {
        return text(tree, key).map(Duration::parse).orElse(usual);
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
