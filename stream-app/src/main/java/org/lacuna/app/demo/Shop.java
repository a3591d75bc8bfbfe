package org.lacuna.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A shop of one medium: a page for each work and what the work says besides. The same address shows another release to
 * visitors from another market. Thread-safe.
 */
final class Shop {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");

    private final String folder;
    private final String noun;
    private final String brand;
    private final Map<String, Map<String, String>> labels;
    private final Template page;
    private final Template message;

    /**
     * @param folder the shop's folder among the demo's files
     * @param noun first part of its addresses
     * @param brand its name, which stands on each of its pages
     */
    Shop(String folder, String noun, String brand) {
        this.folder = folder;
        this.noun = noun;
        this.brand = brand;
        this.labels = read(Stock.read("labels.yaml"), new TypeReference<>() {});
        this.page = new Template(folder + "/page.html");
        this.message = new Template("message.html");
    }

    String brand() {
        return brand;
    }

    /** What a visitor sees at a path. */
    Page answer(String path, Visit visit) {
        var parts = List.of(path.substring(1).split("/", -1));
        if (path.equals("/")) {
            return says(200, "welcome", brand, visit, 1);
        }
        if (parts.getFirst().equals("account")) {
            return says(200, "account", label("account", visit), visit, 1);
        }
        boolean ours = parts.size() >= 2
                && parts.get(0).equals(noun)
                && NAME.matcher(parts.get(1)).matches();
        return (ours ? ofWork(parts.get(1), parts.subList(2, parts.size()), visit) : Optional.<Page>empty())
                .orElseGet(() -> says(404, "not-found", label("not-found", visit), visit, 1));
    }

    private Optional<Page> ofWork(String work, List<String> rest, Visit visit) {
        var release = folder + "/" + work + "/" + market(work, visit) + "/";
        return switch (String.join("/", rest)) {
            case "" ->
                Stock.find(release + "page", visit.round(), "html", "yaml")
                        .map(found -> found.extension().equals("html")
                                ? Page.html(found.text(), found.since())
                                : ofFacts(work, found, visit));
            case "subtitles.srt" -> file(release + "subtitles", "srt", "application/x-subrip; charset=utf-8", visit);
            case "strings.json" -> file(release + "strings", "json", "application/json", visit);
            case "chapter/1", "chapter/2", "chapter/3" ->
                Stock.find(release + "chapter-" + rest.get(1), visit.round(), "txt")
                        .map(found -> chapter(rest.get(1), found, visit));
            default -> Optional.empty();
        };
    }

    /** A market without a release of its own sees the global one. */
    private String market(String work, Visit visit) {
        var own = Stock.find(folder + "/" + work + "/" + visit.market() + "/page", visit.round(), "html", "yaml");
        return own.isPresent() ? visit.market() : Regions.GLOBAL;
    }

    private static Optional<Page> file(String name, String extension, String type, Visit visit) {
        return Stock.find(name, visit.round(), extension)
                .map(found -> new Page(200, type, found.text(), found.since()));
    }

    private Page ofFacts(String work, Stock.Found found, Visit visit) {
        Map<String, Object> facts = read(found.text(), new TypeReference<>() {});
        if (Boolean.FALSE.equals(facts.get("available"))) {
            return says(200, "not-available", label("not-available", visit), visit, found.since());
        }
        facts.put("work", work);
        return Page.html(page.filled(withLabels(facts, visit)), found.since());
    }

    private Page chapter(String number, Stock.Found found, Visit visit) {
        var blocks = new ArrayList<>(List.of(BLANK_LINE.split(found.text().strip())));
        var values = new HashMap<String, Object>();
        values.put("number", number);
        values.put("heading", blocks.removeFirst());
        values.put("paragraphs", blocks);
        return Page.html(new Template(folder + "/chapter.html").filled(withLabels(values, visit)), found.since());
    }

    private Page says(int status, String kind, String words, Visit visit, int since) {
        var values = new HashMap<String, Object>(Map.of("brand", brand, "class", kind, "says", words));
        return new Page(status, Page.HTML, message.filled(withLabels(values, visit)), since);
    }

    private Map<String, Object> withLabels(Map<String, Object> values, Visit visit) {
        var all = new HashMap<>(values);
        all.put("language", visit.labels());
        labels.getOrDefault(visit.labels(), Map.of()).forEach((name, words) -> all.put("label." + name, words));
        return all;
    }

    private String label(String name, Visit visit) {
        return labels.getOrDefault(visit.labels(), Map.of()).getOrDefault(name, name);
    }

    private static <T> T read(String yaml, TypeReference<T> type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a file of the demo cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
