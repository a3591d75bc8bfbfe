package org.lacuna.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said instead of a page: problem details (RFC 9457) to programs, a page to people. Never an inner detail. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Pages pages;
    private final Links links;

    Problems(Pages pages, Links links) {
        this.pages = pages;
        this.links = links;
    }

    void register(RoutesConfig routes) {
        routes.exception(
                HttpResponseException.class,
                (e, request) -> say(request, HttpStatus.forStatus(e.getStatus()), detail(e)));
        routes.exception(Exception.class, (e, request) -> {
            LOG.error("cannot answer {} {}", request.method(), Shown.line(request.path(), 200), e);
            say(
                    request,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "The page could not be made. The reason is in the program's log.");
        });
    }

    private static String detail(HttpResponseException e) {
        return e.getStatus() == HttpStatus.NOT_FOUND.getCode()
                ? Optional.ofNullable(e.getMessage())
                        .filter(message -> message.endsWith("."))
                        .orElse("No page is at this address.")
                : Optional.ofNullable(e.getMessage()).orElse("");
    }

    private void say(Context request, HttpStatus status, String detail) {
        request.status(status);
        if (request.path().endsWith(".json") || request.path().startsWith("/api/")) {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("type", "about:blank");
            problem.put("title", status.getMessage());
            problem.put("status", status.getCode());
            problem.put("detail", detail);
            request.contentType("application/problem+json").result(Json.bytes(problem));
        } else {
            var frame = new Frame(status.getMessage(), "", links.to("/"), "", links.to("/feed.atom"));
            pages.show(request, "problem", new ProblemPage(frame, status.getCode(), status.getMessage(), detail));
        }
    }
}
