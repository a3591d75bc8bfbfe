package org.lacuna.app.oneshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lacuna.scrapers.extract.DocumentReader.Segmentation;

/**
 * What {@code POST /api/v1/compare} is asked: two texts, and more to look differences up in.
 *
 * @param baseline the fuller version
 * @param target the version to hold against it
 * @param witnesses other versions of the work, by market
 */
record CompareRequest(Holding baseline, Holding target, Map<String, Holding> witnesses) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a request: {@code {"baseline": {"name": "a.srt", "text": "…"}, "target": {…}, "segment": "auto",
     * "witnesses": {"TW": {…}}}}. Of each text either {@code text} or {@code base64} is given, and {@code language} where
     * it is known.
     *
     * @throws BadInputException if it is no such request; names the member
     */
    static CompareRequest read(byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new BadInputException("the request is not valid JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new BadInputException("the request cannot be read: " + unreadable.getMessage());
        }
        if (json == null || !json.isObject()) {
            throw new BadInputException("the request is not a JSON object with 'baseline' and 'target'");
        }
        var segmentation = segmentation(json.path("segment"));
        var witnesses = new LinkedHashMap<String, Holding>();
        json.path("witnesses")
                .properties()
                .forEach(entry -> witnesses.put(
                        entry.getKey(), holding("witnesses." + entry.getKey(), entry.getValue(), segmentation)));
        return new CompareRequest(
                holding("baseline", json.path("baseline"), segmentation),
                holding("target", json.path("target"), segmentation),
                witnesses);
    }

    private static Segmentation segmentation(JsonNode segment) {
        return switch (segment.asText("auto").toLowerCase(Locale.ROOT)) {
            case "auto" -> Segmentation.AUTO;
            case "lines" -> Segmentation.LINES;
            default -> throw new BadInputException("'segment' is auto or lines, not '%s'".formatted(segment.asText()));
        };
    }

    private static Holding holding(String member, JsonNode json, Segmentation segmentation) {
        if (!json.isObject()) {
            throw new BadInputException(
                    "'%s' is missing: give an object with 'name' and either 'text' or 'base64'".formatted(member));
        }
        var name = Optional.of(json.path("name").asText(""))
                .filter(n -> !n.isBlank())
                .orElse(member);
        var language = Optional.of(json.path("language").asText("")).filter(l -> !l.isBlank());
        return Holding.read(bytes(member, json), name, language, segmentation);
    }

    private static byte[] bytes(String member, JsonNode json) {
        boolean text = json.path("text").isTextual();
        if (text == json.path("base64").isTextual()) {
            throw new BadInputException("'%s' holds either 'text' or 'base64', as a string".formatted(member));
        }
        if (text) {
            return json.path("text").asText().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(json.path("base64").asText());
        } catch (IllegalArgumentException malformed) {
            throw new BadInputException("'%s.base64' is not base64: %s".formatted(member, malformed.getMessage()));
        }
    }
}
