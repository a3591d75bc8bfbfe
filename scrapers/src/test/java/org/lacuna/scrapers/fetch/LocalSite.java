package org.lacuna.scrapers.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web site on loopback; what it has no route for is a 404. */
final class LocalSite implements AutoCloseable {

    /** How a path answers. */
    @FunctionalInterface
    interface Route {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final AtomicInteger inside = new AtomicInteger();

    /** Every path that was asked for, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Most requests that were inside at one time. */
    final AtomicInteger mostAtOnce = new AtomicInteger();

    LocalSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                routes.getOrDefault(exchange.getRequestURI().getPath(), status(404, "nothing here"))
                        .answer(exchange);
            } finally {
                inside.decrementAndGet();
            }
        });
        server.start();
    }

    LocalSite on(String path, Route route) {
        routes.put(path, route);
        return this;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
    }

    int port() {
        return server.getAddress().getPort();
    }

    static Route page(String html) {
        return status(200, html);
    }

    static Route status(int status, String text) {
        return exchange -> send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static Route redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            send(exchange, 302, new byte[0]);
        };
    }

    /** Answers 304 to whoever knows the tag. */
    static Route tagged(String etag, String html) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", etag);
            boolean known = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, known ? 304 : 200, known ? new byte[0] : html.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Promises more than it sends. */
    static Route truncated(String html) {
        return exchange -> {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + 100L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
