package org.lacuna.scrapers.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.lacuna.schema.Capture;
import org.lacuna.schema.FaultKind;

/**
 * Asks for addresses: as robots.txt allows, one request a host at a time, and only for what is new. Whatever goes wrong
 * out there is a {@link Fetched.Fault}. Thread-safe; a call waits for its turn, best on a virtual thread.
 */
public final class Fetcher implements AutoCloseable {

    private final FetchSettings settings;
    private final Courier courier;
    private final Robots robots;

    /** @param recorder keeps every exchange, of robots.txt and of redirects too */
    public Fetcher(FetchSettings settings, Recorder recorder) {
        this.settings = settings;
        courier = new Courier(settings, recorder);
        robots = new Robots(courier, settings);
    }

    /**
     * Asks for an address and follows where it leads.
     *
     * @throws InterruptedException if it is to stop; then nothing is known
     * @throws java.io.UncheckedIOException if what came back cannot be kept
     */
    public Fetched fetch(Ask ask) throws InterruptedException {
        var egress = settings.egress(ask.egress());
        if (egress.isEmpty()) {
            return fault(
                    ask.url(),
                    FaultKind.DOWN,
                    "egress.unknown",
                    "not asked: market %s is seen through the egress '%s', which is not configured; add it, or a '%s'"
                            .formatted(ask.market(), ask.egress(), FetchSettings.DEFAULT));
        }
        var url = HttpUrl.get(ask.url().toString());
        for (int hops = 0; hops <= settings.limits().redirects(); hops++) {
            switch (visit(ask, url, egress.get())) {
                case Step.Done(var fetched) -> {
                    return fetched;
                }
                case Step.Onward(var next) -> url = next;
            }
        }
        return fault(
                url.uri(),
                FaultKind.DOWN,
                "redirect.limit",
                "%s leads on and on: %d redirects were followed; check the address"
                        .formatted(ask.url(), settings.limits().redirects()));
    }

    private sealed interface Step {
        record Done(Fetched fetched) implements Step {}

        record Onward(HttpUrl next) implements Step {}
    }

    private Step visit(Ask ask, HttpUrl url, Egress egress) throws InterruptedException {
        return switch (robots.of(ask, url, egress)) {
            case Robots.Permission.Denied() ->
                done(
                        url,
                        FaultKind.BLOCKED,
                        "robots.disallow",
                        "%s may not be asked for: the robots.txt of %s forbids it; ask its owner, or take another source"
                                .formatted(url, url.host()));
            case Robots.Permission.Unknown(var why, var retryAt) ->
                new Step.Done(new Fetched.Fault(
                        FaultKind.DOWN,
                        "robots.unreachable",
                        "%s was not asked for, since it is not known whether it may be: %s".formatted(url, why),
                        url.uri(),
                        Optional.empty(),
                        retryAt));
            case Robots.Permission.Granted(var delay) -> {
                var pause = delay.compareTo(ask.pause()) > 0 ? delay : ask.pause();
                yield take(ask, url, egress, pause);
            }
        };
    }

    private Step take(Ask ask, HttpUrl url, Egress egress, Duration pause) throws InterruptedException {
        return switch (courier.get(ask, url, headers(ask), egress, pause)) {
            case Courier.Reply.Nothing(var why) ->
                done(url, FaultKind.DOWN, "connection", "%s %s; it is asked again later".formatted(url, why));
            case Courier.Reply.PutOff(var until) ->
                new Step.Done(new Fetched.Fault(
                        FaultKind.BLOCKED,
                        "host.put-off",
                        "%s was not asked for: %s asks to wait until %s".formatted(url, url.host(), until),
                        url.uri(),
                        Optional.empty(),
                        Optional.of(until)));
            case Courier.Reply.Answer(var exchange, var capture, var retryAt) ->
                read(ask, url, exchange, capture, retryAt);
        };
    }

    private Step read(Ask ask, HttpUrl url, Exchange exchange, Capture capture, Optional<Instant> retryAt) {
        int status = exchange.status();
        if (status == 304 && ask.known().filter(Ask.Known::hasValidators).isPresent()) {
            return new Step.Done(
                    new Fetched.Unchanged(exchange.header("ETag"), exchange.header("Last-Modified"), capture));
        }
        var location = exchange.header("Location");
        if (status / 100 == 3 && location.isPresent()) {
            var next = url.resolve(location.get());
            return next == null
                    ? done(
                            url,
                            FaultKind.DOWN,
                            "redirect.broken",
                            "%s leads to '%s', which is no web address".formatted(url, location.get()))
                    : new Step.Onward(next);
        }
        boolean success = status / 100 == 2;
        var page = page(url, exchange, capture, retryAt, ByteString.EMPTY);
        if (success && exchange.cut().isPresent()) {
            return new Step.Done(cut(page, exchange.cut().get()));
        }
        return switch (ContentCoding.decode(exchange, settings.limits().bytes())) {
            case ContentCoding.Plain(var body) -> new Step.Done(page(url, exchange, capture, retryAt, body));
            case ContentCoding.Bad(var rule, var why) ->
                new Step.Done(success ? page.fault(FaultKind.INCOMPLETE, rule, url + " " + why) : page);
        };
    }

    private Fetched cut(Fetched.Page page, Exchange.Cut cut) {
        var rule = "body." + cut.name().toLowerCase(Locale.ROOT);
        var why =
                switch (cut) {
                    case TIME ->
                        "took more than %d s".formatted(settings.limits().time().toSeconds());
                    case LENGTH ->
                        "is larger than %d bytes".formatted(settings.limits().bytes());
                    case DISCONNECT -> "broke off before its end";
                };
        return page.fault(FaultKind.INCOMPLETE, rule, page.url() + " " + why);
    }

    private static Fetched.Page page(
            HttpUrl url, Exchange exchange, Capture capture, Optional<Instant> retryAt, ByteString body) {
        return new Fetched.Page(
                url.uri(),
                exchange.status(),
                exchange.header("Content-Type"),
                exchange.header("ETag"),
                exchange.header("Last-Modified"),
                body,
                capture,
                retryAt);
    }

    private Headers headers(Ask ask) {
        var headers = new Headers.Builder()
                .add("User-Agent", settings.userAgent())
                .add("Accept", "*/*")
                .add("Accept-Language", acceptLanguage(ask.language()))
                // Asked for by name, so that OkHttp leaves the body as it comes.
                .add("Accept-Encoding", "gzip");
        ask.known().ifPresent(known -> {
            known.etag().ifPresent(etag -> headers.addUnsafeNonAscii("If-None-Match", etag));
            known.lastModified().ifPresent(at -> headers.addUnsafeNonAscii("If-Modified-Since", at));
        });
        return headers.build();
    }

    private static String acceptLanguage(String tag) {
        int subtags = tag.indexOf('-');
        return subtags < 0 ? tag : "%s, %s;q=0.8".formatted(tag, tag.substring(0, subtags));
    }

    private static Step done(HttpUrl url, FaultKind kind, String rule, String says) {
        return new Step.Done(fault(url.uri(), kind, rule, says));
    }

    private static Fetched fault(URI url, FaultKind kind, String rule, String says) {
        return new Fetched.Fault(kind, rule, says, url, Optional.empty(), Optional.empty());
    }

    /** Ends idle connections. */
    @Override
    public void close() {
        courier.close();
    }
}
