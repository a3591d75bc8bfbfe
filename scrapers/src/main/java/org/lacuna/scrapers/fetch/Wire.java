package org.lacuna.scrapers.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** Sends one request and takes what comes back, byte for byte. Follows nothing, decompresses nothing. Thread-safe. */
final class Wire implements AutoCloseable {

    /** What came of a request. */
    sealed interface Sent {
        /** An answer, perhaps cut. */
        record Answered(Exchange exchange) implements Sent {}

        /**
         * No answer.
         *
         * @param why a phrase that follows the address
         * @param again whether another try may go better
         */
        record Failed(String why, boolean again) implements Sent {}
    }

    private final OkHttpClient client;
    private final Map<Egress, OkHttpClient> clients = new ConcurrentHashMap<>();
    private final FetchSettings.Limits limits;
    private final Clock clock;

    Wire(FetchSettings settings) {
        limits = settings.limits();
        clock = settings.clock();
        client = new OkHttpClient.Builder()
                // WARC holds messages of HTTP/1.1, and what is archived is what was said.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(limits.time())
                .readTimeout(limits.time())
                .build();
    }

    Sent get(HttpUrl url, Headers headers, Egress egress) throws InterruptedException {
        var through = clients.computeIfAbsent(
                egress, way -> client.newBuilder().proxy(way.proxy()).build());
        var request = new Request.Builder().url(url).headers(headers).build();
        var sentAt = clock.instant();
        try (var response = through.newCall(request).execute()) {
            var body = new Buffer();
            var cut = read(response, body);
            return new Sent.Answered(new Exchange(
                    url.uri(),
                    sent(response, request),
                    response.code(),
                    response.message(),
                    response.headers(),
                    body.readByteString(),
                    sentAt,
                    clock.instant(),
                    cut));
        } catch (UnknownHostException unknown) {
            stopIfInterrupted();
            return new Sent.Failed("has no address: the name %s is not known".formatted(url.host()), true);
        } catch (ConnectException refused) {
            stopIfInterrupted();
            return new Sent.Failed("takes no connection: " + reason(refused), true);
        } catch (InterruptedIOException late) {
            stopIfInterrupted();
            return new Sent.Failed(
                    "did not answer within %d s".formatted(limits.time().toSeconds()), false);
        } catch (IOException broken) {
            stopIfInterrupted();
            return new Sent.Failed("broke the connection: " + reason(broken), true);
        }
    }

    private Optional<Exchange.Cut> read(Response response, Buffer body) throws InterruptedException {
        try {
            var source = response.body().source();
            while (source.read(body, 64 * 1024) != -1) {
                if (body.size() > limits.bytes()) {
                    return Optional.of(Exchange.Cut.LENGTH);
                }
            }
            return Optional.empty();
        } catch (InterruptedIOException late) {
            stopIfInterrupted();
            return Optional.of(Exchange.Cut.TIME);
        } catch (IOException broken) {
            stopIfInterrupted();
            return Optional.of(Exchange.Cut.DISCONNECT);
        }
    }

    private static Headers sent(Response response, Request request) {
        var network = response.networkResponse();
        return network == null ? request.headers() : network.request().headers();
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static String reason(IOException failed) {
        return String.valueOf(failed.getMessage()).strip().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
