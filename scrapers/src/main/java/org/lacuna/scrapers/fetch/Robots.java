package org.lacuna.scrapers.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a host's robots.txt allows (RFC 9309). It is asked for once a day through each way out; a host whose rules cannot
 * be read is not asked at all. Thread-safe.
 */
final class Robots {

    /** Whether an address may be asked for. */
    sealed interface Permission {
        /** It may, with at least this pause between two requests. */
        record Granted(Duration pause) implements Permission {}

        /** The rules say no. */
        record Denied() implements Permission {}

        /** The rules could not be read. */
        record Unknown(String why, Optional<Instant> retryAt) implements Permission {}
    }

    private sealed interface Rules {
        record Read(BaseRobotRules rules) implements Rules {}

        record Unread(String why, Optional<Instant> retryAt) implements Rules {}
    }

    private static final class Entry {
        private final ReentrantLock reading = new ReentrantLock();
        private @Nullable Rules rules;
        private Instant until = Instant.MIN;
    }

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    /** The least that RFC 9309 wants read. */
    private static final int MOST_BYTES = 500 * 1024;

    private final Courier courier;
    private final Clock clock;
    private final Headers headers;
    private final String product;
    private final int mostRedirects;
    private final long mostBytes;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    Robots(Courier courier, FetchSettings settings) {
        this.courier = courier;
        clock = settings.clock();
        headers = Headers.of("User-Agent", settings.userAgent(), "Accept-Encoding", "gzip");
        product = settings.userAgent().split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
        mostRedirects = settings.limits().redirects();
        mostBytes = settings.limits().bytes();
    }

    Permission of(Ask ask, HttpUrl url, Egress egress) throws InterruptedException {
        var root = url.newBuilder("/robots.txt");
        if (root == null) {
            throw new IllegalStateException("every address has a root");
        }
        return switch (rules(ask, root.build(), egress)) {
            case Rules.Unread(var why, var retryAt) -> new Permission.Unknown(why, retryAt);
            case Rules.Read(var rules) ->
                rules.isAllowed(url.toString())
                        ? new Permission.Granted(Duration.ofMillis(Math.max(0, rules.getCrawlDelay())))
                        : new Permission.Denied();
        };
    }

    private Rules rules(Ask ask, HttpUrl address, Egress egress) throws InterruptedException {
        var entry = entries.computeIfAbsent(ask.egress() + ' ' + address, unseen -> new Entry());
        entry.reading.lockInterruptibly();
        try {
            var known = entry.rules;
            if (known != null && clock.instant().isBefore(entry.until)) {
                return known;
            }
            var fresh = read(ask, address, egress);
            entry.rules = fresh;
            entry.until = clock.instant().plus(fresh instanceof Rules.Read ? DAY : SOON);
            return fresh;
        } finally {
            entry.reading.unlock();
        }
    }

    private Rules read(Ask ask, HttpUrl address, Egress egress) throws InterruptedException {
        var url = address;
        for (int hops = 0; hops <= mostRedirects; hops++) {
            switch (courier.get(ask, url, headers, egress, ask.pause())) {
                case Courier.Reply.Nothing(var why) -> {
                    return new Rules.Unread("its robots.txt " + why, Optional.empty());
                }
                case Courier.Reply.PutOff(var until) -> {
                    return new Rules.Unread("the host asks to wait until " + until, Optional.of(until));
                }
                case Courier.Reply.Answer(var exchange, var _, var retryAt) -> {
                    var next = exchange.header("Location").map(url::resolve);
                    if (exchange.status() / 100 != 3 || next.isEmpty()) {
                        return read(address, exchange, retryAt);
                    }
                    url = next.get();
                }
            }
        }
        // As if there were none: RFC 9309, section 2.3.1.2.
        return new Rules.Read(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
    }

    private Rules read(HttpUrl address, Exchange exchange, Optional<Instant> retryAt) {
        int status = exchange.status();
        // Too many requests is no permission.
        if (status / 100 == 4 && status != 429) {
            return new Rules.Read(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));
        }
        boolean torn = exchange.cut().filter(cut -> cut != Exchange.Cut.LENGTH).isPresent();
        if (status / 100 != 2 || torn) {
            return new Rules.Unread(
                    "its robots.txt came back with status %d%s".formatted(status, torn ? ", cut short" : ""), retryAt);
        }
        return switch (ContentCoding.decode(exchange, mostBytes)) {
            case ContentCoding.Bad(var _, var why) -> new Rules.Unread("its robots.txt " + why, retryAt);
            case ContentCoding.Plain(var body) -> {
                var bytes = body.substring(0, Math.min(body.size(), MOST_BYTES)).toByteArray();
                yield new Rules.Read(new SimpleRobotRulesParser()
                        .parseContent(address.toString(), bytes, "text/plain", List.of(product)));
            }
        };
    }
}
