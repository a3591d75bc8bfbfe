package org.lacuna.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.app.history.Records;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.FindingClass;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @TempDir
    static Path folder = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private Shelf shelf;

    @BeforeAll
    void open() {
        shelf = Shelf.open(folder, Shelf.works());
    }

    @AfterAll
    void close() {
        shelf.close();
        client.close();
    }

    @Test
    void theFrontPageShowsTheLatestFindingsWithBothTexts() throws Exception {
        var page = get("/").body();

        assertThat(page)
                .contains(
                        "The Northern Wall", "Passage missing, Mainland China", "Level 3 · Consistent with sensitivity")
                .contains("那年六月", "The passage is missing here.", "lang=\"zh-Hant\"")
                .contains("1989 Tiananmen protests and massacre", "廣場", "stands in Global, Hong Kong")
                .contains("/findings/" + Shelf.REMOVED);
        assertThat(page.indexOf(Shelf.RESTORED)).isLessThan(page.indexOf(Shelf.REMOVED));
    }

    @Test
    void anEditIsMarkedWordByWord() throws Exception {
        var page = get("/findings/" + Shelf.ALTERED).body();

        assertThat(page)
                .contains(
                        "Welcome to <del><span class=\"unseen\" lang=\"en\">[not in the other version: </span>Taiwan<span")
                .contains("<ins><span class=\"unseen\" lang=\"en\">[only in this version: </span>the island<span")
                .contains("npc.guide.greeting", "No longer differs");
    }

    @Test
    void aFindingsPageHoldsAllThatAReporterNeeds() throws Exception {
        var page = get("/findings/" + Shelf.REMOVED).body();

        assertThat(page)
                .contains("Certainty very high", "Level 3 · Consistent with sensitivity", "second sign of another kind")
                .contains("碼頭上沒有人揮手。", "瑪拉數著燈。")
                .contains("Hong Kong", "the passage stands", "not known")
                .contains("+1.40", "−1.50", "Most differences between releases have an ordinary cause.")
                .contains("localisation or a translator")
                .contains("a.warc.gz", "&lt;urn:uuid:s-cn&gt;", "sha256:s-tw", "http://shop.example/northern-wall/cn")
                .contains("https://lacuna.example/findings/" + Shelf.REMOVED, "actor unknown");
        assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("censor");
    }

    @Test
    void theHashToQuoteIsThatOfTheTwin() throws Exception {
        var page = get("/findings/" + Shelf.REMOVED).body();
        var twin = get("/findings/" + Shelf.REMOVED + ".json").body();

        assertThat(page).contains(Tagged.sha256(twin.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void relatedFindingsAreLinked() throws Exception {
        assertThat(get("/findings/" + Shelf.LATER).body()).contains("href=\"/findings/" + Shelf.REMOVED + "\"");
        assertThat(get("/findings/" + Shelf.RESTORED).body())
                .contains("href=\"/findings/" + Shelf.ALTERED + "\"", "The passage stands again here");
    }

    @Test
    void aWithdrawnFindingKeepsItsPageAndLeavesTheLists(@TempDir Path own) throws Exception {
        // Given
        var finding = Shelf.finding("gone", Shelf.removed(), FindingClass.P, 3, 1);
        try (var other = Shelf.open(own, Records.withdrawn(finding))) {
            // When
            var page = get(other.at("/findings/gone"));

            // Then
            assertThat(page.body()).contains("Withdrawn.");
            assertThat(get(other.at("/")).body()).doesNotContain("/findings/gone");
        }
    }

    @Test
    void aWorksPageShowsVersionsFindingsAndEveryDifference() throws Exception {
        assertThat(get("/works").body()).contains("The Northern Wall", "Nine Lanterns", "/works/harbour");
        assertThat(get("/works/northern-wall").body())
                .contains("New: Chapter h3. Gone: Chapter h2. 1 difference first seen with it.", "First version seen.")
                .contains("Traditional Chinese", "Riverside Press 2025", "/works/northern-wall/sections/h1");
        assertThat(get("/works/harbour").body()).contains("your", "No finding.", "id=\"change-c-plain\"");
        assertThat(get("/works/lanterns").body()).contains("the release is not on offer");
    }

    @Test
    void aSectionIsPlainTextWithNothingToRun() throws Exception {
        var section = get("/works/northern-wall/sections/h1");

        assertThat(section.headers().firstValue("content-type")).hasValue("text/plain;charset=utf-8");
        assertThat(section.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(section.body()).contains("The harbour was grey.", "‹U+202E›evil");
    }

    @Test
    void aBrokenSourceIsShownAsThatAndNeverAsAFinding() throws Exception {
        assertThat(get("/sources").body()).contains("A broken source is never a finding", "Blocked", "shop");
        assertThat(get("/about").body()).contains("It does not say that anything was censored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/findings.json",
                "/findings/f-removed.json",
                "/works.json",
                "/works/harbour.json",
                "/works/northern-wall/sections/h1.json",
                "/sources.json",
                "/about.json"
            })
    void everyPageHasATwin(String path) throws Exception {
        var twin = get(path);

        assertThat(twin.statusCode()).isEqualTo(200);
        assertThat(twin.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
        assertThat(json(twin).path("schema").asText()).startsWith("lacuna/");
    }

    @Test
    void theTwinHoldsTheWholeRecord() throws Exception {
        var finding = json(get("/findings/f-removed.json")).path("finding");

        assertThat(finding.path("change").path("baseline").path("text").asText())
                .startsWith("那年六月");
        assertThat(finding.path("change").path("target").isNull()).isTrue();
        assertThat(finding.path("foundAt").asText()).isEqualTo("2026-01-01T01:40:00Z");
        assertThat(finding.path("evidence").get(1).path("weight").asDouble()).isEqualTo(1.2);
    }

    @Test
    void filtersChooseAndAreKept() throws Exception {
        assertThat(ids("/findings.json?medium=film")).containsExactly(Shelf.WITHHELD, Shelf.MORAL);
        assertThat(ids("/findings.json?level=3")).containsExactly(Shelf.REMOVED);
        assertThat(ids("/findings.json?market=GLOBAL")).containsExactly(Shelf.LATER);
        assertThat(ids("/findings.json?topic=superstition-religion&medium=&market="))
                .containsExactly(Shelf.MORAL);
        assertThat(get("/?medium=film&level=2").body())
                .contains("Nine Lanterns", "<option value=\"film\" selected>", "/feed.atom?medium=film&amp;level=2")
                .doesNotContain("/findings/" + Shelf.REMOVED);
        assertThat(get("/?topic=unknown").body()).contains("No finding fits this choice.");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition(@TempDir Path own) throws Exception {
        // Given
        var findings = IntStream.range(0, 45)
                .mapToObj(i -> Shelf.finding("f" + i, Shelf.removed(), FindingClass.P, 2, i / 3))
                .toArray(SpecificRecord[]::new);
        try (var other = Shelf.open(own, findings)) {
            // When
            var seen = new ArrayList<String>();
            var twin = json(get(other.at("/findings.json?level=2")));
            seen.addAll(twin.path("findings").findValuesAsText("id").stream()
                    .filter(id -> id.startsWith("f"))
                    .toList());
            int pages = 1;
            while (!twin.path("next").isNull()) {
                var next = URI.create(twin.path("next_url").asText());
                assertThat(next.toString()).startsWith("https://lacuna.example/findings.json?level=2&cursor=");
                twin = json(get(other.at(next.getRawPath() + "?" + next.getRawQuery())));
                seen.addAll(twin.path("findings").findValuesAsText("id").stream()
                        .filter(id -> id.startsWith("f"))
                        .toList());
                pages++;
            }

            // Then
            assertThat(pages).isEqualTo(3);
            assertThat(seen).hasSize(45).doesNotHaveDuplicates();
            assertThat(get(other.at("/")).body()).contains("rel=\"next\" href=\"/?cursor=");
            assertThat(get(other.at("/?cursor=nonsense")).body()).contains("There is nothing older.");
        }
    }

    @Test
    void theFeedIsAtomWithNamesThatStay() throws Exception {
        var answer = get("/feed.atom?market=CN");
        var feed = (Feed) new WireFeedInput().build(new StringReader(answer.body()));

        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/atom+xml");
        assertThat(feed.getEntries())
                .hasSize(5)
                .extracting(Entry::getId)
                .allMatch(id -> id.startsWith("tag:lacuna.example,2026:finding/"));
        assertThat(feed.getEntries().getLast().getSummary().getValue()).contains("那年六月", "consistent with");
        assertThat(feed.getEntries().getLast().getAlternateLinks().getFirst().getHref())
                .isEqualTo("https://lacuna.example/findings/f-removed");
    }

    @Test
    void theFeedIsNewOnlyWhenTheSubstanceIs(@TempDir Path own) throws Exception {
        // Given
        var change = Shelf.removed();
        var again = Change.newBuilder(change).setLastConfirmed(Records.at(9000)).build();
        var closed = Change.newBuilder(again).setStatus(ChangeStatus.CLOSED).build();
        try (var other = Shelf.open(own, Shelf.finding("f", change, FindingClass.P, 3, 100))) {
            var tag = get(other.at("/feed.atom")).headers().firstValue("etag").orElseThrow();

            // When
            Records.keep(own.resolve("lacuna.db"), Shelf.finding("f", again, FindingClass.P, 3, 100));
            var confirmed = get(other.at("/feed.atom"), "If-None-Match", "W/\"x\", W/" + tag);
            Records.keep(own.resolve("lacuna.db"), Shelf.finding("f", closed, FindingClass.P, 3, 100));
            var ended = get(other.at("/feed.atom"), "If-None-Match", tag);

            // Then
            assertThat(confirmed.statusCode()).isEqualTo(304);
            assertThat(confirmed.body()).isEmpty();
            assertThat(ended.statusCode()).isEqualTo(200);
            assertThat(ended.body()).contains("<updated>2026-01-07T06:00:00Z</updated>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.json",
                "/findings/unknown.json",
                "/works/unknown.json",
                "/works/harbour/sections/x.json"
            })
    void whatIsNotThereIsAProblemInJson(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(404);
        assertThat(json(answer).path("title").asText()).isEqualTo("Not Found");
        assertThat(json(answer).path("detail").asText())
                .startsWith("No ")
                .endsWith(".")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/findings/unknown", "/works/unknown", "/works/%3Cscript%3E"})
    void whatIsNotThereIsAFriendlyPage(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("To the latest findings").doesNotContain("<script");
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        assertThat(get("/?level=9").statusCode()).isEqualTo(400);
        assertThat(get("/?level=9").body()).contains("The least level is a number from 0 to 5.");
        assertThat(json(get("/findings.json?medium=opera")).path("detail").asText())
                .isEqualTo("The medium is film, game or book.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/findings.json",
                "/works",
                "/feed.atom",
                "/style.css",
                "/nothing",
                "/health/live",
                "/?level=x"
            })
    void everyAnswerIsArmoured(String path) throws Exception {
        var headers = get(path).headers();

        assertThat(headers.firstValue("content-security-policy"))
                .hasValue(
                        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("cache-control").orElse("")).matches("no-store|no-cache");
        assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by", "set-cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void onlyReadingIsAllowed(String method) throws Exception {
        var status = raw(method + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(status).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD");
    }

    @Test
    void headSaysWhatGetWould() throws Exception {
        var head = client.send(
                HttpRequest.newBuilder(shelf.at("/works")).HEAD().build(), HttpResponse.BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2e%2e%2fetc/passwd HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "NONSENSE",
                "GET /\u0001 HTTP/9.9"
            })
    void malformedRequestsLearnNothing(String line) throws Exception {
        var answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1.1 4\\d\\d .*")
                .contains("nosniff")
                .doesNotContainIgnoringCase("jetty");
    }

    @Test
    void hostileTextStaysText(@TempDir Path own) throws Exception {
        try (var other = Shelf.open(own, Shelf.hostile())) {
            for (var path : List.of(
                    "/",
                    "/works",
                    "/sources",
                    "/findings/f0",
                    "/findings/f5",
                    "/findings/f8",
                    "/works/w4",
                    "/works/w20",
                    "/feed.atom")) {
                var answer = get(other.at(path));

                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                var page = Jsoup.parse(answer.body());
                assertThat(
                                page.select(
                                        "script, img, svg, iframe, object, base, style, meta[http-equiv], [onload], [onerror], [autofocus], a[href^=javascript]"))
                        .as(path)
                        .isEmpty();
                assertThat(page.text()).as(path).doesNotContain("\u202E", "\u200B", "\u0007");
            }
            assertThat(get(other.at("/findings/f20")).body())
                    .contains("‹U+202E›gnp.exe", "zero‹U+200B›width", "pа‹U+0430›ypal", "‹U+0007›");
            new WireFeedInput()
                    .build(new StringReader(get(other.at("/feed.atom")).body()));
            var twin = get(other.at("/findings/f20.json"));
            assertThat(twin.body()).contains("\\u202Egnp.exe").doesNotContain("\u202E");
            assertThat(json(twin).path("finding").path("statement").asText()).isEqualTo(Shelf.HOSTILE.get(20));
        }
    }

    @Test
    void healthTellsLifeFromReadiness() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        try (var other = Shelf.open(folder.resolve("other"))) {
            other.notReady.add("compare: rebalancing");

            assertThat(get(other.at("/health/live")).statusCode()).isEqualTo(200);
            assertThat(get(other.at("/health/ready")).statusCode()).isEqualTo(503);
            assertThat(json(get(other.at("/health/ready")))
                            .path("reasons")
                            .get(0)
                            .asText())
                    .isEqualTo("compare: rebalancing");
        }
    }

    @Test
    void aTakenPortIsRefusedWithWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0, 1, LOOPBACK)) {
            var settings = new WebServer.Settings("127.0.0.1", taken.getLocalPort(), URI.create("http://localhost"));

            var start = WebServer.start(settings, shelf.archive, List::of);

            assertThat(start)
                    .isEqualTo(new WebServer.Refused(
                            "port %d is in use by another program: stop it or give another with --port"
                                    .formatted(taken.getLocalPort())));
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(shelf.at(path));
    }

    private HttpResponse<String> get(URI address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private List<String> ids(String path) throws Exception {
        var ids = new ArrayList<String>();
        json(get(path))
                .path("findings")
                .forEach(twin -> ids.add(twin.path("finding").path("id").asText()));
        return ids;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private String raw(String request) throws Exception {
        try (var socket = new Socket(LOOPBACK, shelf.server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void twoTextsAreComparedAsTheCommandComparesFiles() throws Exception {
        var answer = compare(
                """
                {"baseline": {"name": "a.txt", "language": "en",
                              "text": "The ferry left the quay.\\nNobody waved to it.\\nIt was cold."},
                 "target": {"name": "b.txt", "language": "en",
                            "base64": "VGhlIGZlcnJ5IGxlZnQgdGhlIHF1YXkuCkl0IHdhcyBjb2xkLg=="},
                 "segment": "lines",
                 "witnesses": {"TW": {"text": "Nobody waved to it."}}}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        var json = new ObjectMapper().readTree(answer.body());
        assertThat(json.path("schema").asText()).isEqualTo("lacuna/comparison/1");
        assertThat(json.path("baseline").path("passages").asInt()).isEqualTo(3);
        assertThat(json.path("changes")).hasSize(1);
        var change = json.path("changes").path(0);
        assertThat(change.path("kind").asText()).isEqualTo("REMOVED");
        assertThat(change.path("baseline").path("text").asText()).isEqualTo("Nobody waved to it.");
        assertThat(change.path("witnesses").path(0).path("state").asText()).isEqualTo("PRESENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"baseline\": ",
                "[]",
                "{\"target\": {\"text\": \"a\"}}",
                "{\"baseline\": {\"text\": \"a\"}, \"target\": {\"text\": \"a\", \"base64\": \"YQ==\"}}",
                "{\"baseline\": {\"base64\": \"%%\"}, \"target\": {\"text\": \"a\"}}",
                "{\"baseline\": {\"text\": \"a\"}, \"target\": {\"text\": \"a\"}, \"segment\": \"words\"}"
            })
    void aRequestToCompareThatCannotBeReadIsAProblemWithItsReason(String body) throws Exception {
        var answer = compare(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .isNotBlank();
    }

    @Test
    void comparingIsAskedByPostAlone() throws Exception {
        var answer = get("/api/v1/compare");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    private HttpResponse<String> compare(String body) throws Exception {
        var request = HttpRequest.newBuilder(shelf.at("/api/v1/compare"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
