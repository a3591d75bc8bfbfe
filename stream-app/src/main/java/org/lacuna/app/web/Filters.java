package org.lacuna.app.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.history.FindingQuery;
import org.lacuna.schema.Medium;

/**
 * What a reader asks the list of findings for, as it stands in the address.
 *
 * @param topic id of a topic
 * @param medium film, game or book
 * @param market market that differs
 * @param level least level
 * @param cursor where the page begins; opaque
 */
record Filters(
        Optional<String> topic, Optional<Medium> medium, Optional<String> market, int level, Optional<String> cursor) {

    /** The least level where none is asked for: a lead, level 0, is only shown to those who ask for it. */
    private static final int USUAL_LEVEL = 1;

    /** @throws BadRequestResponse if a parameter is not of its kind, with what it may be */
    static Filters of(Context request) {
        return new Filters(
                given(request, "topic"),
                given(request, "medium").map(Filters::medium),
                given(request, "market"),
                given(request, "level").map(Filters::level).orElse(USUAL_LEVEL),
                given(request, "cursor"));
    }

    FindingQuery query(int limit) {
        return new FindingQuery(topic, medium, market, level, Optional.empty(), cursor, limit);
    }

    /** The address of {@code path} with the same filters, from a cursor on or from the start. */
    String on(String path, Optional<String> from) {
        var parts = new LinkedHashMap<String, String>();
        topic.ifPresent(value -> parts.put("topic", value));
        medium.ifPresent(value -> parts.put("medium", value.name().toLowerCase(Locale.ROOT)));
        market.ifPresent(value -> parts.put("market", value));
        if (level != USUAL_LEVEL) {
            parts.put("level", Integer.toString(level));
        }
        from.ifPresent(value -> parts.put("cursor", value));
        return parts.isEmpty() ? path : path + "?" + written(parts);
    }

    boolean any() {
        return topic.isPresent() || medium.isPresent() || market.isPresent() || level != USUAL_LEVEL;
    }

    private static String written(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + Links.encoded(part.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> given(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Medium medium(String value) {
        return Stream.of(Medium.values())
                .filter(medium -> medium.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("The medium is film, game or book."));
    }

    private static int level(String value) {
        if (!value.matches("[0-5]")) {
            throw new BadRequestResponse("The least level is a number from 0 to 5.");
        }
        return Integer.parseInt(value);
    }
}
