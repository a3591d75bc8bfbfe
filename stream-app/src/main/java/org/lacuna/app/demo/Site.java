package org.lacuna.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import org.lacuna.topics.Ids;

/**
 * A shop on a port of the loopback address: robots.txt, entity tags, dates, conditional requests, and the market read
 * from the address that the request was forwarded for. Thread-safe. Source: RFC 9110, section 13; RFC 9309.
 */
final class Site implements AutoCloseable {

    private static final String ROBOTS = "User-agent: *\nDisallow: /account/\n";
    private static final LocalDate BEFORE_ROUND_ONE = LocalDate.of(2026, 1, 1);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final Shop shop;
    private final IntSupplier round;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts a site.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken; the message says what to do
     */
    Site(Shop shop, int port, IntSupplier round) throws IOException {
        this.shop = shop;
        this.round = round;
        this.server = listen(shop.brand(), port);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A server on loopback that does not run yet. */
    static HttpServer listen(String who, int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            throw new IOException(
                    "%s cannot listen on port %d, which another program uses: give another port, or 0 for any"
                            .formatted(who, port),
                    taken);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var page = page(exchange);
            var tag = "\"" + Ids.of(page.text()).substring(0, 20) + "\"";
            var changed = BEFORE_ROUND_ONE.plusDays(page.since()).atStartOfDay(ZoneOffset.UTC);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", page.type());
            headers.set("Vary", "Accept-Language");
            headers.set("Cache-Control", "no-cache");
            if (page.status() == 200) {
                headers.set("ETag", tag);
                headers.set("Last-Modified", HTTP_DATE.format(changed));
                if (known(exchange, tag, changed)) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
            }
            var body = page.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.status(), method.equals("HEAD") ? -1 : body.length);
            if (method.equals("GET")) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.equals("/robots.txt")
                ? new Page(200, "text/plain; charset=utf-8", ROBOTS, 1)
                : shop.answer(path, visit(exchange));
    }

    private Visit visit(HttpExchange exchange) {
        // The first of several is the visitor; the others are proxies.
        var address = header(exchange, Regions.FORWARDED_FOR)
                .map(list -> list.split(",", 2)[0].strip())
                .orElse("");
        return new Visit(Regions.market(address), Visit.labels(header(exchange, "Accept-Language")), round.getAsInt());
    }

    /** Whether the visitor holds this very page; a tag decides before a date. */
    private static boolean known(HttpExchange exchange, String tag, ZonedDateTime changed) {
        var tags = header(exchange, "If-None-Match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(",", -1))
                    .map(String::strip)
                    .anyMatch(held -> held.equals("*") || held.equals(tag) || held.equals("W/" + tag));
        }
        try {
            return header(exchange, "If-Modified-Since")
                    .map(date -> ZonedDateTime.parse(date, HTTP_DATE))
                    .filter(since -> !changed.isAfter(since))
                    .isPresent();
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
