package org.lacuna.scrapers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.schema.Capture;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Medium;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.Source.Read;

class PageQualityTest {

    private static final String PROMISE = "Harbour Film Catalogue";
    private static final Capture CAPTURE = new Capture("u", "f", "urn:uuid:1", "sha256:0", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <title>Just a moment...</title> | signature.cloudflare",
                "403 | <title>Attention Required! - Cloudflare</title> | signature.cloudflare",
                "200 | <h1>Access Denied</h1> Reference #18.2f | signature.akamai",
                "202 | <script>window.gokuProps = {}</script> | signature.aws-waf",
                "403 | <script src='https://geo.captcha-delivery.com/x.js'></script> | signature.datadome",
                "200 | Our systems have detected unusual traffic from your computer network | signature.google",
                "200 | 请完成安全验证后继续访问 | signature.captcha",
                "404 | 访问验证 | signature.captcha",
                "200 | 出错了，请稍候 | signature.declared",
                "200 | This title is not available in your country. | signature.region",
                "401 | no | status.401",
                "403 | no | status.403",
                "429 | no | status.429",
                "503 | no | status.503",
            })
    void aBlockPageIsBlockedWhateverItsStatus(int status, String html, String rule) {
        // When
        var fault = fault(judge(page(status, html), Read.PAGE, false));

        // Then
        assertThat(fault.rule()).isEqualTo(rule);
        assertThat(fault.kind()).isEqualTo(FaultKind.BLOCKED);
        assertThat(fault.says()).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | '' | INCOMPLETE | body.empty",
                "200 | <p>A new layout</p> | INCOMPLETE | promise.contains",
                "206 | <p>Half</p> | INCOMPLETE | status.206",
                "410 | gone | DOWN | status.410",
                "500 | oops | DOWN | status.500",
            })
    void aBadPageIsNamedAsItIs(int status, String html, FaultKind kind, String rule) {
        // When
        var fault = fault(judge(page(status, html), Read.PAGE, false));

        // Then
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.rule()).isEqualTo(rule);
    }

    @Test
    void anArticleAboutBlockPagesIsGood() {
        var article = "<html><body>" + PROMISE + "<p>He met 访问验证 and \"unusual traffic from your computer network\".";
        assertThat(judge(page(200, article), Read.PAGE, false)).isInstanceOf(PageQuality.Good.class);
        var chapter = "Access denied, said the wall. Reference #9. 安全验证.";
        assertThat(judge(page(200, chapter), Read.TEXT, false)).isInstanceOf(PageQuality.Good.class);
    }

    @Test
    void aWebPageInPlaceOfSubtitlesIsUnreadable() {
        var page = page(200, "<!doctype html><html><body>" + PROMISE + " is moving</body></html>");
        assertThat(fault(judge(page, Read.SUBTITLES, false)).rule()).isEqualTo("extract.unreadable");
    }

    @Test
    void aSourceSaysAbsentInItsOwnWayAndABlockPageDoesNotSayItForIt() {
        assertThat(judge(page(404, "<p>no such film</p>"), Read.PAGE, false)).isEqualTo(new PageQuality.Absent(true));
        assertThat(judge(page(200, "<p class='not-available'>Not available in your region</p>"), Read.PAGE, false))
                .isEqualTo(new PageQuality.Absent(false));
        assertThat(fault(judge(page(404, "<title>Just a moment...</title>"), Read.PAGE, false))
                        .kind())
                .isEqualTo(FaultKind.BLOCKED);
    }

    @Test
    void anOptionalDocumentMayBeMissing() {
        assertThat(judge(page(404, "no"), Read.SUBTITLES, true)).isEqualTo(new PageQuality.Missing());
        assertThat(fault(judge(page(500, "no"), Read.SUBTITLES, true)).rule()).isEqualTo("status.500");
    }

    private static PageQuality judge(Fetched.Page page, Read read, boolean optional) {
        var source = new Source(
                "films",
                "Films",
                Medium.FILM,
                Duration.ZERO,
                Duration.ofDays(1),
                new Source.Promise(Optional.of(PROMISE), List.of(), 0),
                new Source.Absence(Optional.of(".not-available"), Set.of(404), 3),
                List.of("出错了"),
                List.of());
        var document = new Source.Document(page.url(), read, Optional.empty(), Optional.empty(), optional);
        return PageQuality.of(page, source, document);
    }

    private static Fetched.Page page(int status, String html) {
        return new Fetched.Page(
                URI.create("http://films.example/a"),
                status,
                Optional.of("text/html; charset=utf-8"),
                Optional.empty(),
                Optional.empty(),
                ByteString.encodeUtf8(html),
                CAPTURE,
                Optional.empty());
    }

    private static Fetched.Fault fault(PageQuality quality) {
        assertThat(quality).isInstanceOf(PageQuality.Bad.class);
        return ((PageQuality.Bad) quality).fault();
    }
}
