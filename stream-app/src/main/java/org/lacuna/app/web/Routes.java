package org.lacuna.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Passage;

/** Every address of the site: a page, and beside it its twin as JSON. */
final class Routes {

    private static final int ON_A_PAGE = 20;
    private static final int IN_THE_FEED = 50;
    private static final int FAULTS = 200;

    private final Archive archive;
    private final Readiness readiness;
    private final Pages pages;
    private final Links links;
    private final Twins twins;
    private final CompareRoute compare = new CompareRoute();

    Routes(Archive archive, Readiness readiness, Pages pages, Links links) {
        this.archive = archive;
        this.readiness = readiness;
        this.pages = pages;
        this.links = links;
        this.twins = new Twins(links);
    }

    /** The twin of an address comes before the page, whose last part would take it in. */
    void register(RoutesConfig routes) {
        routes.before(Safety::before);
        routes.get("/", this::findings);
        routes.get("/findings.json", request -> {
            var filters = Filters.of(request);
            json(request, twins.findings(archive.findings(filters.query(ON_A_PAGE)), filters));
        });
        routes.get("/findings/{id}.json", request -> json(request, twins.finding(wanted(request))));
        routes.get("/findings/{id}", this::finding);
        routes.get("/works.json", request -> json(request, twins.works(archive.works())));
        routes.get("/works", request -> pages.show(request, "works", WorksPage.of(archive.works(), links)));
        routes.get("/works/{id}.json", request -> json(request, twins.work(work(request))));
        routes.get("/works/{id}", request -> pages.show(request, "work", WorkPage.of(work(request), links)));
        routes.get("/works/{id}/sections/{hash}.json", request -> json(request, twins.section(section(request))));
        routes.get("/works/{id}/sections/{hash}", request -> request.contentType("text/plain; charset=utf-8")
                .result(PlainText.of(section(request))));
        routes.get("/sources.json", request -> json(request, twins.faults(archive.faults(FAULTS))));
        routes.get(
                "/sources", request -> pages.show(request, "sources", SourcesPage.of(archive.faults(FAULTS), links)));
        routes.get("/about.json", request -> json(request, twins.about()));
        routes.get("/about", request -> pages.show(request, "about", AboutPage.of(links)));
        routes.post(CompareRoute.PATH, compare::answer);
        routes.get("/feed.atom", this::feed);
        routes.get("/style.css", request -> Tagged.answer(request, "text/css; charset=utf-8", resource("style.css")));
        routes.get("/health/live", request -> health(request, List.of()));
        routes.get("/health/ready", request -> health(request, readiness.notReady()));
    }

    private void findings(Context request) {
        var filters = Filters.of(request);
        var page = archive.findings(filters.query(ON_A_PAGE));
        pages.show(request, "findings", FindingsPage.of(archive, filters, page, links));
    }

    private void finding(Context request) {
        var finding = wanted(request);
        var history = archive.work(finding.getChange().getWork());
        var hash = Tagged.sha256(Json.bytes(twins.finding(finding)));
        pages.show(request, "finding", FindingPage.of(finding, history, hash, links));
    }

    private void feed(Context request) {
        var filters = Filters.of(request);
        var self = filters.on("/feed.atom", Optional.empty());
        var page = filters.on("/", Optional.empty());
        var found = archive.findings(filters.query(IN_THE_FEED)).items();
        Tagged.answer(request, Feed.TYPE, Feed.of(found, self, page, links));
    }

    private static void health(Context request, List<String> reasons) {
        request.status(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(request, Map.of("status", reasons.isEmpty() ? "ok" : "not ready", "reasons", reasons));
    }

    private Finding wanted(Context request) {
        return archive.finding(request.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("No finding has this id."));
    }

    private WorkHistory work(Context request) {
        return archive.work(request.pathParam("id")).orElseThrow(() -> new NotFoundResponse("No work has this id."));
    }

    private List<Passage> section(Context request) {
        var passages = archive.section(request.pathParam("id"), request.pathParam("hash"));
        if (passages.isEmpty()) {
            throw new NotFoundResponse("No section of this work has this hash.");
        }
        return passages;
    }

    private static void json(Context request, Map<String, ?> object) {
        request.contentType("application/json; charset=utf-8").result(Json.bytes(object));
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(Routes.class.getResourceAsStream("/web/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
