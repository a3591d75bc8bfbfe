package org.lacuna.scrapers.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.lacuna.schema.Release;
import org.lacuna.scrapers.extract.Selectors;
import org.lacuna.scrapers.extract.Selectors.FieldRule;
import org.lacuna.scrapers.extract.Selectors.FieldType;

/** Reads the documents of a declaration, and fills in their addresses for a release. */
final class DocumentRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** A document with its address as declared, and where it is declared. */
    record Rule(String pointer, String url, JsonNode node) {}

    private final YamlPlaces places;
    private final List<String> errors;

    DocumentRules(YamlPlaces places, List<String> errors) {
        this.places = places;
        this.errors = errors;
    }

    List<Rule> read(JsonNode list, String pointer) {
        var rules = new ArrayList<Rule>();
        for (var node : list) {
            var at = pointer + "/" + rules.size();
            var selectors = node.path("selectors");
            if (node.has("selectors") && !node.path("read").asText().equals("page")) {
                errors.add(places.error(at + "/selectors", "selectors need 'read: page': change it, or remove them"));
            }
            checkSelector(selectors.path("passages"), at + "/selectors/passages");
            checkSelector(selectors.path("chapter-title"), at + "/selectors/chapter-title");
            selectors
                    .path("fields")
                    .properties()
                    .forEach(field -> checkSelector(
                            field.getValue().path("css"),
                            at + "/selectors/fields/" + escaped(field.getKey()) + "/css"));
            rules.add(new Rule(at, node.path("url").asText(), node));
        }
        return rules;
    }

    void checkSelector(JsonNode css, String pointer) {
        if (css.isMissingNode()) {
            return;
        }
        try {
            QueryParser.parse(css.asText());
        } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
            errors.add(places.error(pointer, "'%s' is no CSS selector: %s".formatted(css.asText(), reason(malformed))));
        }
    }

    List<Source.Document> fill(List<Rule> rules, Release release, Optional<String> id) {
        var values = new LinkedHashMap<String, String>();
        values.put("work", release.getWork());
        values.put("market", release.getMarket());
        values.put("language", release.getLanguage());
        id.ifPresent(own -> values.put("id", own));
        var seen = new LinkedHashSet<URI>();
        var documents = new ArrayList<Source.Document>();
        for (var rule : rules) {
            var url = address(rule, values, release);
            if (!seen.add(url)) {
                errors.add(places.error(
                        rule.pointer() + "/url",
                        "release %s names %s twice: remove one".formatted(release.getId(), url)));
            }
            var node = rule.node();
            documents.add(new Source.Document(
                    url,
                    Source.Read.valueOf(node.path("read").asText().toUpperCase(Locale.ROOT)),
                    node.has("selectors") ? Optional.of(selectors(node.path("selectors"))) : Optional.empty(),
                    text(node, "name"),
                    node.path("optional").asBoolean(false)));
        }
        return documents;
    }

    private URI address(Rule rule, Map<String, String> values, Release release) {
        var at = rule.pointer() + "/url";
        var filled = PLACEHOLDER.matcher(rule.url()).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                errors.add(places.error(
                        at,
                        found.group(1).equals("id")
                                ? "{id} stands in the address, but release %s has no 'id': add it"
                                        .formatted(release.getId())
                                : "unknown placeholder {%s}: use {work}, {market}, {language} or {id}"
                                        .formatted(found.group(1))));
                return "unknown";
            }
            return Matcher.quoteReplacement(value);
        });
        try {
            var url = URI.create(filled);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, like every other address that cannot be asked.
        }
        errors.add(places.error(at, "%s is no address: use http:// or https:// and a host".formatted(filled)));
        return URI.create("http://invalid.invalid/" + rule.pointer());
    }

    private static Selectors selectors(JsonNode node) {
        var fields = new LinkedHashMap<String, FieldRule>();
        node.path("fields")
                .properties()
                .forEach(field -> fields.put(
                        field.getKey(),
                        new FieldRule(
                                field.getValue().path("css").asText(),
                                text(field.getValue(), "attribute"),
                                FieldType.valueOf(field.getValue()
                                        .path("type")
                                        .asText("text")
                                        .toUpperCase(Locale.ROOT)))));
        return new Selectors(fields, text(node, "passages"), text(node, "chapter-title"));
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String reason(Exception malformed) {
        return String.valueOf(malformed.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
