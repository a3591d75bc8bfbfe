package org.lacuna.app.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Map;
import java.util.Set;

/** What every answer carries, errors too: no script runs here, no other site may frame it, nobody learns who reads it. */
final class Safety {

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cache-Control",
            "no-store");

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private Safety() {}

    /** Sets the headers; refuses all but reading, and comparing what is sent, which changes nothing either. */
    static void before(Context request) {
        HEADERS.forEach(request::header);
        boolean compares = request.path().equals(CompareRoute.PATH);
        if (compares ? !request.method().equals(HandlerType.POST) : !READING.contains(request.method())) {
            String allowed = compares ? "POST" : "GET, HEAD";
            request.header("Allow", allowed);
            throw new MethodNotAllowedResponse(
                    "Only %s %s answered here.".formatted(allowed.replace(",", " and"), compares ? "is" : "are"),
                    Map.of());
        }
    }
}
