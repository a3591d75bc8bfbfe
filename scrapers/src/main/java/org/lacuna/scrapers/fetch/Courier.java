package org.lacuna.scrapers.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.lacuna.schema.Capture;

/** Takes a request to a host when it is its turn, tries again where a connection fails, and keeps what comes back. */
final class Courier implements AutoCloseable {

    /** What the courier brings. */
    sealed interface Reply {
        /**
         * An answer.
         *
         * @param retryAt when the host wants to be asked again, where it says so
         */
        record Answer(Exchange exchange, Capture capture, Optional<Instant> retryAt) implements Reply {}

        /** No answer; {@code why} follows the address. */
        record Nothing(String why) implements Reply {}

        /** The host does not want to be asked before then, and was not. */
        record PutOff(Instant until) implements Reply {}
    }

    private final Wire wire;
    private final Hosts hosts;
    private final Recorder recorder;
    private final FetchSettings.Limits limits;
    private final Clock clock;

    Courier(FetchSettings settings, Recorder recorder) {
        wire = new Wire(settings);
        hosts = new Hosts(settings.clock());
        this.recorder = recorder;
        limits = settings.limits();
        clock = settings.clock();
    }

    Reply get(Ask ask, HttpUrl url, Headers headers, Egress egress, Duration pause) throws InterruptedException {
        var wait = pause;
        for (int tries = 0; ; tries++) {
            try (var _ = hosts.enter(url.host(), wait)) {
                var putOff = hosts.putOff(url.host());
                if (putOff.isPresent()) {
                    return new Reply.PutOff(putOff.get());
                }
                switch (wire.get(url, headers, egress)) {
                    case Wire.Sent.Answered(var exchange) -> {
                        return answer(ask, url, exchange);
                    }
                    case Wire.Sent.Failed(var why, var again) -> {
                        if (!again || tries == limits.retries()) {
                            return new Reply.Nothing(why);
                        }
                    }
                }
            }
            wait = pause.plus(backoff(tries));
        }
    }

    private Reply answer(Ask ask, HttpUrl url, Exchange exchange) {
        boolean later = exchange.status() == 429 || exchange.status() == 503;
        var retryAt = later ? exchange.header("Retry-After").flatMap(this::moment) : Optional.<Instant>empty();
        retryAt.ifPresent(until -> hosts.putOff(url.host(), until));
        return new Reply.Answer(exchange, recorder.record(ask, exchange), retryAt);
    }

    private Duration backoff(int tries) {
        long millis = limits.backoff().toMillis() << tries;
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private Optional<Instant> moment(String retryAfter) {
        try {
            return Optional.of(
                    retryAfter.strip().matches("\\d{1,9}")
                            ? clock.instant().plusSeconds(Long.parseLong(retryAfter.strip()))
                            : ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
