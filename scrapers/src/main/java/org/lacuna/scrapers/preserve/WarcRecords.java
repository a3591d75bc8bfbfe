package org.lacuna.scrapers.preserve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Headers;
import okio.ByteString;
import org.lacuna.schema.Capture;
import org.lacuna.scrapers.fetch.Ask;
import org.lacuna.scrapers.fetch.Exchange;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * The records of one exchange: response (or revisit), request and metadata, compressed.
 *
 * @param bytes the records, one gzip member each
 * @param capture where the response stands
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, then forgotten.
record WarcRecords(byte[] bytes, Capture capture) {

    private static final String SHA256 = "sha256";

    static byte[] info(String file, String software, Instant at) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = writer(out)) {
            writer.write(new Warcinfo.Builder()
                    .version(MessageVersion.WARC_1_1)
                    .date(at)
                    .filename(file)
                    .fields(Map.of(
                            "software", List.of(software),
                            "format", List.of("WARC File Format 1.1"),
                            "robots", List.of("obey")))
                    .build());
        }
        return out.toByteArray();
    }

    static WarcRecords of(Ask ask, Exchange exchange, String file) throws IOException {
        var url = exchange.url().toString();
        var id = URI.create("urn:uuid:" + UUID.randomUUID());
        var digest = exchange.body().sha256().hex();
        var out = new ByteArrayOutputStream();
        try (var writer = writer(out)) {
            var response = bytes(
                    "HTTP/1.1 %d %s".formatted(exchange.status(), exchange.reason()),
                    // The framing of chunks is gone, so its header would be a lie.
                    exchange.headers()
                            .newBuilder()
                            .removeAll("Transfer-Encoding")
                            .build(),
                    exchange.body());
            var revisited = exchange.status() == 304 ? ask.known() : Optional.<Ask.Known>empty();
            if (revisited.isPresent()) {
                var last = revisited.get().capture();
                writer.write(described(
                                new WarcRevisit.Builder(url, WarcRevisit.SERVER_NOT_MODIFIED_1_1)
                                        .refersTo(URI.create(last.getRecord()), last.getUrl(), last.getFetchedAt()),
                                exchange.receivedAt(),
                                MediaType.HTTP_RESPONSE,
                                response)
                        .recordId(id)
                        .build());
            } else {
                writer.write(described(
                                new WarcResponse.Builder(url), exchange.receivedAt(), MediaType.HTTP_RESPONSE, response)
                        .recordId(id)
                        .payloadDigest(SHA256, digest)
                        .truncated(truncation(exchange))
                        .build());
            }
            writer.write(described(
                            new WarcRequest.Builder(url),
                            exchange.sentAt(),
                            MediaType.HTTP_REQUEST,
                            bytes(
                                    "GET %s HTTP/1.1".formatted(path(exchange.url())),
                                    exchange.requestHeaders(),
                                    ByteString.EMPTY))
                    .concurrentTo(id)
                    .build());
            writer.write(metadata(ask, exchange, id));
        }
        return new WarcRecords(
                out.toByteArray(), new Capture(url, file, id.toString(), SHA256 + ":" + digest, exchange.receivedAt()));
    }

    private static WarcMetadata metadata(Ask ask, Exchange exchange, URI response) {
        return new WarcMetadata.Builder()
                .version(MessageVersion.WARC_1_1)
                .date(exchange.receivedAt())
                .targetURI(exchange.url())
                .concurrentTo(response)
                .fields(Map.of(
                        "source", List.of(ask.source()),
                        "release", List.of(ask.release()),
                        "market", List.of(ask.market()),
                        "egress", List.of(ask.egress())))
                .build();
    }

    private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>> B described(
            B record, Instant at, MediaType type, byte[] block) {
        return record.version(MessageVersion.WARC_1_1)
                .date(at)
                .blockDigest(SHA256, ByteString.of(block).sha256().hex())
                .body(type, block);
    }

    private static WarcTruncationReason truncation(Exchange exchange) {
        return exchange.cut()
                .map(cut -> switch (cut) {
                    case TIME -> WarcTruncationReason.TIME;
                    case LENGTH -> WarcTruncationReason.LENGTH;
                    case DISCONNECT -> WarcTruncationReason.DISCONNECT;
                })
                .orElse(WarcTruncationReason.NOT_TRUNCATED);
    }

    private static byte[] bytes(String firstLine, Headers headers, ByteString body) {
        var head = new StringBuilder(firstLine).append("\r\n");
        headers.forEach(header -> head.append(header.getFirst())
                .append(": ")
                .append(header.getSecond())
                .append("\r\n"));
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body.toByteArray());
        return out.toByteArray();
    }

    private static String path(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static WarcWriter writer(ByteArrayOutputStream out) throws IOException {
        return new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP);
    }
}
