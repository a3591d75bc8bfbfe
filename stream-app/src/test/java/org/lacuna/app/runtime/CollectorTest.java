package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.schema.Availability;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.scrapers.collect.Collector;
import org.lacuna.scrapers.collect.CollectorSettings;
import org.lacuna.scrapers.fetch.Egress;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.SourceReader;
import org.lacuna.topics.Topics;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** The collector between a local site and a real broker. */
class CollectorTest {

    private static final String PAGE =
            """
            <html><body><p>Harbour Film Catalogue</p><h1>The Lantern Strait</h1><b class=runtime>2h 14m</b>
            <div class=synopsis><p>The ferry left before the bells. Nobody waved.</p></div></body></html>""";
    private static final String SUBTITLES =
            """
            1
            00:00:01,000 --> 00:00:02,000
            Nobody waved.

            2
            00:00:03,000 --> 00:00:04,000
            The bells had stopped.
            """;
    private static final String DECLARATION =
            """
            id: harbour-films
            name: Harbour Film Catalogue
            medium: film
            pause: PT0S
            every: PT24H
            promise: {contains: "Harbour Film Catalogue", fields: [title, runtime], passages: 4}
            absence: {selector: ".not-available", status: [451], sightings: 2}
            documents:
              - url: "http://127.0.0.1:PORT/{market}/{work}"
                read: page
                selectors:
                  fields: {title: {css: h1}, runtime: {css: .runtime, type: runtime}}
                  passages: ".synopsis p"
              - url: "http://127.0.0.1:PORT/{market}/{work}/{language}.srt"
                read: subtitles
                name: Subtitles
                optional: true
            releases:
              - {work: lantern-strait, title: The Lantern Strait, market: GLOBAL, language: en}
            """;

    /** A clock that a test sets. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-02-03T04:05:06Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TempDir
    Path folder = Path.of("");

    private final SetClock clock = new SetClock();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private TestCluster cluster;
    private HttpServer site;

    @BeforeEach
    void start() throws Exception {
        cluster = TestCluster.start(folder);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.start();
        pages.put("/GLOBAL/lantern-strait", PAGE);
        pages.put("/GLOBAL/lantern-strait/en.srt", SUBTITLES);
    }

    @AfterEach
    void stop() {
        site.stop(0);
        cluster.close();
    }

    @Test
    void aReleaseIsPublishedWholeOnceAndAfterARestartNotAgain() throws Exception {
        // Given
        try (var collector = collector()) {
            // When
            var first = collector.collect();
            var notDue = collector.collect();
            var again = collector.collectAll();

            // Then
            assertThat(first.faults()).isEmpty();
            assertThat(first.published()).isEqualTo(1);
            assertThat(notDue.releases()).isZero();
            assertThat(again.unchanged()).isEqualTo(1);
        }
        try (var restarted = collector()) {
            var round = restarted.collect();
            assertThat(round.unchanged()).isEqualTo(1);
            assertThat(round.trouble()).isEmpty();
        }
        assertThat(answers)
                .containsExactly(
                        "404 /robots.txt",
                        "200 /GLOBAL/lantern-strait",
                        "200 /GLOBAL/lantern-strait/en.srt",
                        "304 /GLOBAL/lantern-strait",
                        "304 /GLOBAL/lantern-strait/en.srt",
                        "404 /robots.txt",
                        "304 /GLOBAL/lantern-strait",
                        "304 /GLOBAL/lantern-strait/en.srt");
        var records = snapshots(4);
        assertThat(records).hasSize(4);
        var snapshot = (Snapshot) records.getLast().getBody();
        assertThat(snapshot.getRelease().getId()).isEqualTo("lantern-strait/global/en");
        assertThat(snapshot.getAvailability()).isEqualTo(Availability.LISTED);
        assertThat(snapshot.getSections()).extracting(SectionRef::getName).containsExactly("metadata", "", "Subtitles");
        for (var capture : snapshot.getCaptures()) {
            assertThat(folder.resolve("archive").resolve(capture.getFile())).exists();
        }
    }

    @Test
    void onlyTheSectionsOfAChangedDocumentAreSent() {
        // Given
        try (var collector = collector()) {
            collector.collect();
            pages.put("/GLOBAL/lantern-strait/en.srt", SUBTITLES.replace("Nobody waved.", "Somebody waved."));
        }

        // When
        try (var collector = collector()) {
            assertThat(collector.collect().published()).isEqualTo(1);
        }

        // Then
        var records = snapshots(6);
        assertThat(records).hasSize(6);
        assertThat(((SectionPart) records.get(4).getBody()).getPassages())
                .extracting(Passage::getText)
                .contains("Somebody waved.");
        assertThat(((Snapshot) records.getLast().getBody()).getSections()).hasSize(3);
    }

    @Test
    void brokenPagesAreSourceFaultsNeverChanges() {
        // Given
        try (var collector = collector()) {
            collector.collect();

            // When
            for (var broken : List.of(
                    PAGE.replace("<h1>The Lantern Strait</h1>", "<h2>The Lantern Strait</h2>"),
                    PAGE.replace("<p>The ferry left before the bells. Nobody waved.</p>", ""),
                    "<html><body>Harbour Film Catalogue<div>All is new here.</div></body></html>",
                    "<html><body><h1>Coming soon</h1></body></html>",
                    "<html><body><h1>请完成安全验证</h1></body></html>")) {
                pages.put("/GLOBAL/lantern-strait", broken);
                pages.remove("/GLOBAL/lantern-strait/en.srt");
                assertThat(collector.collectAll().published()).isZero();
            }
        }

        // Then
        assertThat(cluster.read(Topics.SOURCE_FAULTS, 5))
                .extracting(SourceFault::getKind, SourceFault::getRule)
                .containsExactly(
                        tuple(FaultKind.INCOMPLETE, "promise.fields"),
                        tuple(FaultKind.INCOMPLETE, "promise.passages"),
                        tuple(FaultKind.INCOMPLETE, "extract.unreadable"),
                        tuple(FaultKind.INCOMPLETE, "promise.contains"),
                        tuple(FaultKind.BLOCKED, "signature.captcha"));
        assertThat(snapshots(4)).hasSize(4);
    }

    @Test
    void aReleaseIsAbsentOnlyAfterSoManySightingsInARow() {
        // Given
        var gone = "<html><body><p class=not-available>Not in this market.</p></body></html>";
        try (var collector = collector()) {
            collector.collect();

            // When
            pages.put("/GLOBAL/lantern-strait", gone);
            assertThat(collector.collectAll().unchanged()).isEqualTo(1);
            pages.put("/GLOBAL/lantern-strait", PAGE);
            assertThat(collector.collectAll().unchanged()).isEqualTo(1);
            pages.put("/GLOBAL/lantern-strait", gone);
            assertThat(collector.collectAll().unchanged()).isEqualTo(1);
        }
        try (var collector = collector()) {
            statuses.put("/GLOBAL/lantern-strait", 451);
            assertThat(collector.collect().published()).isEqualTo(1);
            assertThat(collector.collectAll().unchanged()).isEqualTo(1);

            // Then
            var absent = (Snapshot) snapshots(5).getLast().getBody();
            assertThat(absent.getAvailability()).isEqualTo(Availability.ABSENT);
            assertThat(absent.getSections()).isEmpty();
            assertThat(absent.getCaptures()).hasSize(1);

            // And it comes back without a new word.
            statuses.remove("/GLOBAL/lantern-strait");
            pages.put("/GLOBAL/lantern-strait", PAGE);
            assertThat(collector.collectAll().published()).isEqualTo(1);
            assertThat(((Snapshot) snapshots(6).getLast().getBody()).getSections())
                    .hasSize(3);
        }
    }

    @Test
    void anOptionalDocumentThatVanishesMustStayAwayBeforeItCounts() {
        // Given
        try (var collector = collector()) {
            collector.collect();
            pages.remove("/GLOBAL/lantern-strait/en.srt");
            pages.put("/GLOBAL/lantern-strait", PAGE.replace("Nobody waved.", "Nobody waved. It rained."));

            // When
            var first = collector.collectAll();
            var second = collector.collectAll();

            // Then
            assertThat(first.published()).isZero();
            assertThat(second.published()).isEqualTo(1);
        }
    }

    @Test
    void aNewWayOfReadingReadsTheUnchangedPageAgain() {
        // Given
        try (var collector = collector()) {
            collector.collect();
        }

        // When
        try (var collector = collector(DECLARATION.replace("css: h1", "css: 'h1, .runtime'"))) {
            assertThat(collector.collect().published()).isEqualTo(1);
        }

        // Then
        assertThat(answers).filteredOn("200 /GLOBAL/lantern-strait"::equals).hasSize(2);
    }

    @Test
    void aRegionWithoutItsEgressIsAFaultAndAnotherReleaseIsReadAllTheSame() {
        // Given
        var twoMarkets =
                DECLARATION + "  - {work: lantern-strait, title: The Lantern Strait, market: CN, language: zh-Hans}\n";
        try (var collector = collector(twoMarkets)) {
            // When
            var round = collector.collect();

            // Then
            assertThat(round.releases()).isEqualTo(2);
            assertThat(round.published()).isEqualTo(1);
            assertThat(round.faults()).extracting(SourceFault::getRule).containsExactly("egress.unknown");
            assertThat(answers).noneMatch(answer -> answer.contains("/CN/"));
        }
    }

    @Test
    void whatABrokerThatIsAwayDidNotTakeIsTakenInTheNextRound() throws Exception {
        // Given
        var ports = TestCluster.freePorts();
        cluster.close();
        var broker = EmbeddedBroker.start(folder.resolve("broker2"), ports);
        var client = new HashMap<String, Object>(Map.of("bootstrap.servers", broker.bootstrapServers()));
        client.put("max.block.ms", 1000);
        client.put("default.api.timeout.ms", 1000);
        client.put("request.timeout.ms", 500);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin, 1).ensure(Topics.ALL);
        }
        try (var collector = new Collector(client, "collector", List.of(source(DECLARATION)), settings())) {
            // When
            broker.close();
            var away = collector.collect();
            assertThat(away.published()).isZero();
            assertThat(away.trouble().orElseThrow()).contains("cluster").doesNotContain("\n");
            try (var back = EmbeddedBroker.start(folder.resolve("broker2"), ports)) {
                var round = collector.collect();

                // Then
                assertThat(round.trouble()).isEmpty();
                assertThat(round.published()).isEqualTo(1);
                assertThat(back.bootstrapServers()).isEqualTo(broker.bootstrapServers());
            }
        }
    }

    @Test
    void everythingThatCameBackIsInTheArchive() throws Exception {
        // Given
        pages.put("/GLOBAL/lantern-strait", "<title>Just a moment...</title>");

        // When
        try (var collector = collector()) {
            collector.collect();
        }

        // Then
        var fault = cluster.read(Topics.SOURCE_FAULTS, 1).getFirst();
        var file = folder.resolve("archive")
                .resolve(fault.getCapture().orElseThrow().getFile());
        try (var files = Files.list(folder.resolve("archive"));
                var reader = new WarcReader(file)) {
            assertThat(files).hasSize(1);
            assertThat(reader.records().map(WarcRecord::type))
                    .containsExactly("warcinfo", "response", "request", "metadata", "response", "request", "metadata");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var page = pages.get(path);
            var etag = "\"%d\"".formatted(String.valueOf(page).hashCode());
            int status = page == null ? 404 : statuses.getOrDefault(path, 200);
            if (status == 200 && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                status = 304;
            }
            answers.add(status + " " + path);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            var body = status == 304 || page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private List<SnapshotRecord> snapshots(int atLeast) {
        return cluster.read(Topics.SNAPSHOTS, atLeast);
    }

    private Collector collector() {
        return collector(DECLARATION);
    }

    private Collector collector(String declaration) {
        return new Collector(cluster.client(), "collector", List.of(source(declaration)), settings());
    }

    private CollectorSettings settings() {
        return new CollectorSettings(
                folder.resolve("archive"), Map.of("TW", new Egress.Direct()), "lacuna-test/1", clock);
    }

    private Source source(String declaration) {
        var port = Integer.toString(site.getAddress().getPort());
        return switch (SourceReader.read(declaration.replace("PORT", port), "films.yaml")) {
            case SourceReader.Result.Ok(var source) -> source;
            case SourceReader.Result.Bad(var errors) -> throw new AssertionError(errors);
        };
    }
}
