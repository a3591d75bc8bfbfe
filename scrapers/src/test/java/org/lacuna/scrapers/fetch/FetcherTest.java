package org.lacuna.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Capture;
import org.lacuna.schema.FaultKind;

class FetcherTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String HELLO = "<html><body><p>Hello from the harbour.</p></body></html>";

    private LocalSite site;
    private final List<Exchange> kept = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        site = new LocalSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPageIsFetchedOnceItsRobotsTxtWasReadAndBothAreKept() throws Exception {
        // Given
        site.on("/robots.txt", LocalSite.page("User-agent: *\nDisallow: /private"))
                .on("/a", exchange -> {
                    assertThat(exchange.getRequestHeaders().getFirst("User-Agent"))
                            .isEqualTo("lacuna-test/1");
                    assertThat(exchange.getRequestHeaders().getFirst("Accept-Language"))
                            .isEqualTo("zh-Hans, zh;q=0.8");
                    LocalSite.page(HELLO).answer(exchange);
                });

        try (var fetcher = fetcher(Map.of())) {
            // When
            var fetched = fetcher.fetch(ask("/a"));
            fetcher.fetch(ask("/a"));

            // Then
            assertThat(fetched).isInstanceOfSatisfying(Fetched.Page.class, page -> {
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.body().utf8()).isEqualTo(HELLO);
            });
            assertThat(site.asked).containsExactly("/robots.txt", "/a", "/a");
            assertThat(kept).extracting(Exchange::status).containsExactly(200, 200, 200);
        }
    }

    @Test
    void whatRobotsTxtForbidsIsNotAskedFor() throws Exception {
        // Given
        site.on(
                "/robots.txt",
                LocalSite.page("User-agent: lacuna-test\nDisallow: /private\n\nUser-agent: *\nAllow: /"));

        try (var fetcher = fetcher(Map.of())) {
            // When
            var fault = fault(fetcher.fetch(ask("/private/a")));

            // Then
            assertThat(fault.kind()).isEqualTo(FaultKind.BLOCKED);
            assertThat(fault.rule()).isEqualTo("robots.disallow");
            assertThat(site.asked).containsExactly("/robots.txt");
        }
    }

    @Test
    void whereRobotsTxtFailsNothingIsAskedFor() throws Exception {
        // Given
        site.on("/robots.txt", LocalSite.status(500, "oops")).on("/a", LocalSite.page(HELLO));

        try (var fetcher = fetcher(Map.of())) {
            // When
            var fault = fault(fetcher.fetch(ask("/a")));
            fetcher.fetch(ask("/a"));

            // Then
            assertThat(fault.kind()).isEqualTo(FaultKind.DOWN);
            assertThat(fault.rule()).isEqualTo("robots.unreachable");
            assertThat(site.asked).containsExactly("/robots.txt");
        }
    }

    @Test
    void aRedirectIsFollowedAndObeysTheRobotsTxtOfWhereItLeads() throws Exception {
        // Given
        site.on("/robots.txt", LocalSite.page("User-agent: *\nDisallow: /private"))
                .on("/a", LocalSite.redirect("/b"))
                .on("/b", LocalSite.page(HELLO))
                .on("/c", LocalSite.redirect("/private"))
                .on("/loop", LocalSite.redirect("/loop"));

        try (var fetcher = fetcher(Map.of())) {
            // When, then
            assertThat(fetcher.fetch(ask("/a")))
                    .isInstanceOfSatisfying(
                            Fetched.Page.class, page -> assertThat(page.url()).isEqualTo(site.url("/b")));
            assertThat(fault(fetcher.fetch(ask("/c"))).rule()).isEqualTo("robots.disallow");
            assertThat(fault(fetcher.fetch(ask("/loop"))).rule()).isEqualTo("redirect.limit");
        }
    }

    @Test
    void anUnchangedPageIsNotSentAgain() throws Exception {
        // Given
        site.on("/a", LocalSite.tagged("\"v1\"", HELLO));

        try (var fetcher = fetcher(Map.of())) {
            var first = (Fetched.Page) fetcher.fetch(ask("/a"));

            // When
            var again = fetcher.fetch(
                    ask("/a", "GLOBAL", Optional.of(new Ask.Known(first.etag(), Optional.empty(), first.capture()))));

            // Then
            assertThat(again).isInstanceOf(Fetched.Unchanged.class);
        }
    }

    @Test
    void aBodyThatEndsEarlyIsIncomplete() throws Exception {
        // Given
        site.on("/a", LocalSite.truncated(HELLO));

        try (var fetcher = fetcher(Map.of())) {
            // When
            var fault = fault(fetcher.fetch(ask("/a")));

            // Then
            assertThat(fault.kind()).isEqualTo(FaultKind.INCOMPLETE);
            assertThat(fault.rule()).isEqualTo("body.disconnect");
            assertThat(fault.capture()).isPresent();
        }
    }

    @Test
    void aBodyThatIsOrUnpacksToTooMuchIsIncomplete() throws Exception {
        // Given
        var zeros = new byte[3 << 20];
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(zeros);
        }
        site.on("/large", exchange -> LocalSite.send(exchange, 200, zeros)).on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LocalSite.send(exchange, 200, bomb.toByteArray());
        });

        try (var fetcher = fetcher(Map.of())) {
            // When, then
            assertThat(fault(fetcher.fetch(ask("/large"))).rule()).isEqualTo("body.length");
            assertThat(fault(fetcher.fetch(ask("/bomb"))).rule()).isEqualTo("body.length");
        }
    }

    @Test
    void aCompressedBodyIsUnpackedForReadersAndKeptAsItCame() throws Exception {
        // Given
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(HELLO.getBytes(StandardCharsets.UTF_8));
        }
        site.on("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LocalSite.send(exchange, 200, packed.toByteArray());
        });

        try (var fetcher = fetcher(Map.of())) {
            // When
            var page = (Fetched.Page) fetcher.fetch(ask("/a"));

            // Then
            assertThat(page.body().utf8()).isEqualTo(HELLO);
            assertThat(kept.getLast().body().toByteArray()).isEqualTo(packed.toByteArray());
        }
    }

    @Test
    void aHostIsAskedOneRequestAtATimeAndAnotherMeanwhile() throws Exception {
        // Given
        var twoInside = new CountDownLatch(2);
        site.on("/slow", exchange -> {
            twoInside.countDown();
            await(twoInside);
            LocalSite.page(HELLO).answer(exchange);
        });
        try (var other = new LocalSite();
                var fetcher = fetcher(Map.of());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            other.on("/slow", exchange -> {
                twoInside.countDown();
                await(twoInside);
                LocalSite.page(HELLO).answer(exchange);
            });
            var there = URI.create("http://localhost:%d/slow".formatted(other.port()));

            // When
            var fetches = new ArrayList<Future<Fetched>>();
            for (int i = 0; i < 4; i++) {
                fetches.add(threads.submit(() -> fetcher.fetch(ask("/slow"))));
                fetches.add(threads.submit(() -> fetcher.fetch(ask(there, "GLOBAL", Optional.empty()))));
            }

            // Then
            for (var fetch : fetches) {
                assertThat(fetch.get(30, TimeUnit.SECONDS)).isInstanceOf(Fetched.Page.class);
            }
            assertThat(twoInside.getCount()).isZero();
            assertThat(site.mostAtOnce).hasValue(1);
            assertThat(other.mostAtOnce).hasValue(1);
        }
    }

    @Test
    void aHostThatAsksToWaitIsPutOffForAllItsPages() throws Exception {
        // Given
        site.on("/a", exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "3600");
                    LocalSite.status(429, "slowly").answer(exchange);
                })
                .on("/b", LocalSite.page(HELLO));

        try (var fetcher = fetcher(Map.of())) {
            // When
            var page = (Fetched.Page) fetcher.fetch(ask("/a"));
            var fault = fault(fetcher.fetch(ask("/b")));

            // Then
            assertThat(page.retryAt()).contains(NOW.plusSeconds(3600));
            assertThat(fault.rule()).isEqualTo("host.put-off");
            assertThat(fault.retryAt()).contains(NOW.plusSeconds(3600));
            assertThat(site.asked).doesNotContain("/b");
        }
    }

    @Test
    void aRegionWithoutItsEgressIsNeverAskedFromElsewhere() throws Exception {
        // Given
        site.on("/a", LocalSite.page(HELLO));

        try (var fetcher = fetcher(Map.of("TW", new Egress.Direct()))) {
            // When
            var fault = fault(fetcher.fetch(ask(site.url("/a"), "CN", Optional.empty())));

            // Then
            assertThat(fault.rule()).isEqualTo("egress.unknown");
            assertThat(fault.says()).contains("'CN'", "not configured", "default");
            assertThat(site.asked).isEmpty();
            assertThat(fetcher.fetch(ask(site.url("/a"), "TW", Optional.empty())))
                    .isInstanceOf(Fetched.Page.class);
        }
    }

    @Test
    void aProxyIsUsedAndLooksNamesUpItself() throws Exception {
        // Given
        site.on("/a", exchange -> {
            assertThat(exchange.getRequestURI().getHost()).isEqualTo("films.example");
            LocalSite.page(HELLO).answer(exchange);
        });

        try (var fetcher = fetcher(Map.of("CN", new Egress.HttpProxy("127.0.0.1", site.port())))) {
            // When
            var fetched = fetcher.fetch(ask(URI.create("http://films.example/a"), "CN", Optional.empty()));

            // Then
            assertThat(fetched).isInstanceOf(Fetched.Page.class);
            assertThat(site.asked).containsExactly("http://films.example/robots.txt", "http://films.example/a");
        }
    }

    @Test
    void aPortThatNobodyListensOnIsDown() throws Exception {
        // Given
        URI nowhere;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:%d/a".formatted(socket.getLocalPort()));
        }

        try (var fetcher = fetcher(Map.of())) {
            // When
            var fault = fault(fetcher.fetch(ask(nowhere, "GLOBAL", Optional.empty())));

            // Then
            assertThat(fault.kind()).isEqualTo(FaultKind.DOWN);
            assertThat(fault.says()).contains("takes no connection").doesNotContain("\n");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fetcher fetcher(Map<String, Egress> egress) {
        var limits = new FetchSettings.Limits(Duration.ofSeconds(20), 1 << 20, 5, 2, Duration.ofMillis(1));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new Fetcher(new FetchSettings("lacuna-test/1", egress, limits, clock), (ask, exchange) -> {
            kept.add(exchange);
            return new Capture(exchange.url().toString(), "f", "urn:uuid:1", "sha256:0", NOW);
        });
    }

    private Ask ask(String path) {
        return ask(path, "GLOBAL", Optional.empty());
    }

    private Ask ask(String path, String egress, Optional<Ask.Known> known) {
        return ask(site.url(path), egress, known);
    }

    private static Ask ask(URI url, String egress, Optional<Ask.Known> known) {
        return new Ask(url, "films", "w/cn/zh-hans", "CN", "zh-Hans", egress, Duration.ZERO, known);
    }

    private static Fetched.Fault fault(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Fault.class);
        return (Fetched.Fault) fetched;
    }
}
