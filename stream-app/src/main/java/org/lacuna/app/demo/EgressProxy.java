package org.lacuna.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plain HTTP forward proxy for loopback that asks in the name of one market's address. Source: RFC 9110, section 7.6. */
final class EgressProxy implements AutoCloseable {

    /** Headers that hold for one connection only, and those that the client sets itself. */
    private static final Set<String> OWN = Set.of(
            "connection",
            "proxy-connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "proxy-authorization",
            "proxy-authenticate",
            "host",
            "expect",
            "content-length",
            "date",
            "x-forwarded-for");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String market;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .executor(threads)
            .build();

    EgressProxy(String market, int port) throws IOException {
        this.market = market;
        this.server = Site.listen("The proxy for " + market, port);
        server.setExecutor(threads);
        server.createContext("/", this::forward);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestMethod();
            var target = exchange.getRequestURI();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (!isOnLoopback(target)) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                pass(exchange, target, method);
            }
        }
    }

    /** This is no open proxy: it reaches the demo's sites and nothing beyond this machine. */
    private static boolean isOnLoopback(URI target) {
        return "http".equals(target.getScheme())
                && ("127.0.0.1".equals(target.getHost()) || "localhost".equals(target.getHost()));
    }

    private void pass(HttpExchange exchange, URI target, String method) throws IOException {
        var request =
                HttpRequest.newBuilder(target).timeout(LONGEST).method(method, HttpRequest.BodyPublishers.noBody());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        Regions.address(market).ifPresent(address -> request.header(Regions.FORWARDED_FOR, address));
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.sendResponseHeaders(503, -1);
            return;
        } catch (IOException unreachable) {
            exchange.sendResponseHeaders(502, -1);
            return;
        }
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
