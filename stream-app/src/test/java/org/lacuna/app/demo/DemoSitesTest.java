package org.lacuna.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Release;

class DemoSitesTest {

    private final DemoSites sites;
    private final Visitor visitor;

    DemoSitesTest() throws IOException {
        sites = DemoSites.start(0, 0, 0);
        visitor = new Visitor();
    }

    @AfterEach
    void stop() {
        visitor.close();
        sites.close();
    }

    @Test
    void oneAddressShowsAnotherReleaseToEachRegion() throws Exception {
        var film = at(sites.films(), "/film/lantern-strait");
        assertThat(visitor.get(film, "GLOBAL").body()).contains("<h1>The Lantern Strait</h1>", "112 min");
        assertThat(visitor.get(film, "TW").body()).contains("<h1>提燈海峽</h1>", "112 分鐘");
        assertThat(visitor.get(film, "CN").body()).contains("<h1>提灯海峡</h1>", "106分钟");
        assertThat(visitor.get(film, "JP").body())
                .as("a market without a release of its own")
                .contains("<h1>The Lantern Strait</h1>");
    }

    @Test
    void theSitesOwnWordsAreInTheLanguageThatIsAskedFor() throws Exception {
        var film = at(sites.films(), "/film/lantern-strait");
        assertThat(visitor.get(film, "GLOBAL", "Accept-Language", "zh-TW,en;q=0.5")
                        .body())
                .contains("<h1>The Lantern Strait</h1>", "<dt>片長</dt>");
        assertThat(visitor.get(film, "CN", "Accept-Language", "fr, en;q=0.5").body())
                .contains("<h1>提灯海峡</h1>", "<dt>Running time</dt>");
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() throws Exception {
        var film = at(sites.films(), "/film/midnight-kiln/subtitles.srt");
        var first = visitor.get(film, "CN");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var date = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(visitor.get(film, "CN", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(visitor.get(film, "CN", "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
        assertThat(visitor.get(film, "TW", "If-None-Match", tag, "If-Modified-Since", date)
                        .statusCode())
                .as("the tag of another region's release")
                .isEqualTo(200);

        sites.round(4);
        assertThat(visitor.get(film, "CN", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(visitor.get(film, "CN", "If-Modified-Since", date).statusCode())
                .isEqualTo(200);
    }

    @Test
    void robotsAreToldWhereNotToGo() throws Exception {
        for (var site : new URI[] {sites.films(), sites.games(), sites.books()}) {
            var robots = visitor.get(at(site, "/robots.txt"), "GLOBAL");
            assertThat(robots.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(robots.body()).contains("Disallow: /account/").doesNotContainIgnoringCase("Crawl-delay");
            assertThat(visitor.get(at(site, "/account/"), "GLOBAL").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aBlockNoticeAnswersInRoundTwoOnly() throws Exception {
        var film = at(sites.films(), "/film/lantern-strait");
        sites.round(2);
        var blocked = visitor.get(film, "CN");
        assertThat(blocked.statusCode()).isEqualTo(200);
        assertThat(blocked.body()).contains("访问验证").doesNotContain("Harbour Film Catalogue");
        assertThat(visitor.get(film, "TW").body()).contains("Harbour Film Catalogue");

        sites.round(3);
        assertThat(visitor.get(film, "CN").body()).contains("Harbour Film Catalogue", "提灯海峡");
    }

    @Test
    void aRedesignInRoundThreeKeepsTheNameButNotTheFields() throws Exception {
        var book = at(sites.books(), "/book/salt-ledger");
        assertThat(visitor.get(book, "CN").body()).contains("book-title");
        sites.round(3);
        assertThat(visitor.get(book, "CN").body()).contains("Longshore Books").doesNotContain("book-title");
        sites.round(4);
        assertThat(visitor.get(book, "CN").body()).contains("book-title");
    }

    @Test
    void aTitleThatIsNotOfferedSaysSo() throws Exception {
        var film = at(sites.films(), "/film/snow-line");
        var page = visitor.get(film, "CN", "Accept-Language", "zh-Hans");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("class=\"not-available\"", "Harbour Film Catalogue", "不可观看");
        assertThat(visitor.get(at(sites.films(), "/film/snow-line/subtitles.srt"), "CN")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(visitor.get(at(sites.films(), "/film/nothing"), "GLOBAL").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(at(sites.films(), "/film/../games"), "GLOBAL").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(at(sites.books(), "/book/glass-aviary/chapter/3"), "CN")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(at(sites.games(), "/film/lantern-strait"), "GLOBAL")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void declarationsHoldTheAddressesOfTheRunningSites() {
        for (var name : DemoSites.DECLARATIONS) {
            assertThat(sites.declaration(name)).contains("http://127.0.0.1:").doesNotContain("{" + name + "}");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> sites.declaration("songs"));
    }

    @Test
    void everyMarketThatIsAskedFromHasItsWayOut() {
        for (var name : DemoSites.DECLARATIONS) {
            assertThat(Declaration.of(sites, name).releases())
                    .extracting(Release::getMarket)
                    .allMatch(market -> market.equals("GLOBAL") || DemoSites.MARKETS.contains(market));
        }
    }

    @Test
    void aRequestForTheHeadAloneGetsNoBodyAndNoOtherMethodPasses() throws Exception {
        var film = at(sites.films(), "/film/lantern-strait");
        try (var proxies = EgressProxies.start(Map.of("CN", 0));
                var client = HttpClient.newBuilder()
                        .proxy(ProxySelector.of(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxies.port("CN"))))
                        .build()) {
            var head = client.send(HttpRequest.newBuilder(film).HEAD().build(), HttpResponse.BodyHandlers.ofString());
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("ETag")).isPresent();
            var post = HttpRequest.newBuilder(film)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int taken = sites.films().getPort();
        assertThatIOException()
                .isThrownBy(() -> DemoSites.start(0, taken, 0))
                .withMessageContaining("Lantern Arcade")
                .withMessageContaining("port " + taken);
        assertThatIOException()
                .isThrownBy(() -> EgressProxies.start(Map.of("CN", taken)))
                .withMessageContaining("proxy for CN");
    }

    @Test
    void aProxyIsNoWayOutOfThisMachine() throws Exception {
        try (var proxies = EgressProxies.start(Map.of("CN", 0));
                var client = HttpClient.newBuilder()
                        .proxy(ProxySelector.of(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), proxies.port("CN"))))
                        .build()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://203.0.113.99/")).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> EgressProxies.start(Map.of("XX", 0)));
    }

    private static URI at(URI site, String path) {
        return URI.create(site + path);
    }
}
