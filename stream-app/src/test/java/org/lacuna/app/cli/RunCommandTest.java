package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.history.Archive;

/** {@code lacuna run} as a process of its own, over a site whose second page never ends. */
class RunCommandTest {

    private static final String PAGE = "<html><body><h1>The Film</h1><p class=s>%s</p></body></html>"
            .formatted("A ferry leaves before dawn, and nobody waves from the quay. ".repeat(4));

    @TempDir
    Path folder = Path.of("");

    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer site;

    @BeforeEach
    void serve() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        site.createContext("/good", exchange -> {
            var bytes = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.createContext("/endless", exchange -> {
            hangs.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        site.stop(0);
    }

    @Test
    void aRequestToTerminateInTheMiddleOfARoundStopsInOrderAndKeepsWhatWasAccepted() throws Exception {
        // Given
        declare();
        var process = start();
        var said = new CopyOnWriteArrayList<String>();
        var english = new CountDownLatch(1);
        var reading = Thread.ofVirtual()
                .start(() -> process.errorReader().lines().forEach(line -> {
                    said.add(line);
                    if (line.contains("model for ENGLISH is loaded")) {
                        english.countDown();
                    }
                }));
        assertThat(hangs.await(2, TimeUnit.MINUTES))
                .as(() -> String.join("\n", said))
                .isTrue();
        var address = process.inputReader().readLine().replace("Open ", "");
        assertThat(status(address + "/health/ready")).isEqualTo(200);
        assertThat(english.await(2, TimeUnit.MINUTES))
                .as(() -> String.join("\n", said))
                .isTrue();

        // When
        process.destroy();

        // Then
        assertThat(process.waitFor(1, TimeUnit.MINUTES))
                .as(() -> String.join("\n", said))
                .isTrue();
        reading.join();
        assertThat(said).noneMatch(line -> line.contains("Exception") || line.contains("did not stop"));
        assertThat(said).as("a run in English only").noneMatch(line -> line.contains("CHINESE"));
        try (var archive = Archive.open(folder.resolve("data/lacuna.db"))) {
            assertThat(archive.summary().snapshots()).isEqualTo(1);
        }
    }

    private void declare() throws IOException {
        var host = "http://127.0.0.1:" + site.getAddress().getPort();
        Files.writeString(
                folder.resolve("films.yaml"),
                """
                id: films
                name: Films
                medium: film
                pause: PT0.01S
                promise: {passages: 1}
                releases:
                  - {work: w, title: W, market: GLOBAL, language: en, documents: [{url: "%1$s/good", read: page}]}
                  - {work: w, title: W, market: US, language: en, egress: GLOBAL, documents: [{url: "%1$s/endless", read: page}]}
                """
                        .formatted(host));
        Files.writeString(folder.resolve("lacuna.yaml"), "data: data\nweb: {port: 0}\nsources: [films.yaml]\n");
    }

    private Process start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx2500m",
                "-cp",
                System.getProperty("java.class.path"),
                Lacuna.class.getName(),
                "run",
                "--config",
                folder.resolve("lacuna.yaml").toString()));
        return new ProcessBuilder(command).start();
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
