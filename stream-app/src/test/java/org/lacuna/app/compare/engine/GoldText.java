package org.lacuna.app.compare.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Reads the texts of a gold item. */
final class GoldText {

    private static final Pattern KEPT = Pattern.compile("=(\\d+)(?:-(\\d+))?");
    private static final Pattern CUE = Pattern.compile("([\\d.]+)-([\\d.]+) \\| (.*)", Pattern.DOTALL);
    private static final String SECTION = "## ";

    private final JsonNode texts;

    GoldText(JsonNode texts) {
        this.texts = texts;
    }

    Text baseline(JsonNode item, String language) {
        return read(item, item.path("baseline"), language, List.of());
    }

    Text target(JsonNode item, String language) {
        JsonNode side = item.path("target");
        boolean other = side.has("of");
        List<String> kept = lines(other ? side.path("of") : item.path("baseline")).stream()
                .filter(line -> !line.startsWith(SECTION))
                .toList();
        return read(item, other ? side.path("keep") : side, language, kept);
    }

    private Text read(JsonNode item, JsonNode side, String language, List<String> kept) {
        String form = item.path("form").asText("prose");
        return switch (form) {
            case "entries" -> keyed(side, language, PassageKind.ENTRY);
            case "fields" -> keyed(side, language, PassageKind.FIELD);
            case "cues" -> cues(item, side, language, kept);
            case "prose" -> prose(lines(side, kept), language);
            default -> throw new IllegalArgumentException("form " + form + " of " + item.path("id"));
        };
    }

    private static Text keyed(JsonNode side, String language, PassageKind kind) {
        List<Passage> passages = side.properties().stream()
                .map(e -> new Passage(kind, e.getValue().asText(), e.getKey(), null, null))
                .toList();
        return Texts.text(language, passages);
    }

    private static Text prose(List<String> lines, String language) {
        var sections = new ArrayList<Text.Section>();
        var passages = new ArrayList<Passage>();
        String name = "";
        for (String line : lines) {
            if (line.startsWith(SECTION)) {
                if (!passages.isEmpty()) {
                    sections.add(new Text.Section(name, passages));
                }
                passages.clear();
                name = line.substring(SECTION.length());
            } else {
                passages.add(new Passage(PassageKind.PROSE, line, null, null, null));
            }
        }
        sections.add(new Text.Section(name, passages));
        return new Text(language, sections);
    }

    private Text cues(JsonNode item, JsonNode side, String language, List<String> kept) {
        var passages = new ArrayList<Passage>();
        boolean target = !kept.isEmpty();
        JsonNode clock = target ? item.path("clock") : item.path("none of its own");
        for (String line : lines(side, kept)) {
            var cue = CUE.matcher(line);
            if (!cue.matches()) {
                throw new IllegalArgumentException("a cue is 'from-to | text', not " + line);
            }
            passages.add(Texts.cue(millis(cue.group(1), clock), millis(cue.group(2), clock), cue.group(3)));
        }
        return Texts.text(language, passages);
    }

    /** The moment on the target's clock, in milliseconds. */
    private static long millis(String seconds, JsonNode clock) {
        double at = Double.parseDouble(seconds);
        JsonNode cut = clock.path("cut");
        if (cut.size() == 2 && at >= cut.get(1).asDouble()) {
            at -= cut.get(1).asDouble() - cut.get(0).asDouble();
        }
        at = at * clock.path("scale").asDouble(1) + clock.path("offset").asDouble(0);
        return Math.round(at * 1000);
    }

    private List<String> lines(JsonNode side) {
        JsonNode list = side.isTextual() ? texts.required(side.asText()) : side;
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private List<String> lines(JsonNode side, List<String> kept) {
        var out = new ArrayList<String>();
        for (String line : lines(side)) {
            var range = KEPT.matcher(line);
            if (range.matches()) {
                int from = Integer.parseInt(range.group(1));
                int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
                out.addAll(kept.subList(from, to + 1));
            } else {
                out.add(line);
            }
        }
        return out;
    }
}
