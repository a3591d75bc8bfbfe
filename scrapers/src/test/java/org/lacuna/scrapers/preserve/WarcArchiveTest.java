package org.lacuna.scrapers.preserve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.schema.Capture;
import org.lacuna.scrapers.fetch.Ask;
import org.lacuna.scrapers.fetch.Exchange;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

class WarcArchiveTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
    private static final URI URL = URI.create("http://films.example/a?b=c");

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatWasFetchedCanBeReadBackByteForByte() throws IOException {
        // Given
        var body = ByteString.encodeUtf8("<p>雨停了。</p>");

        // When
        var capture = ask(Optional.empty(), exchange(200, body));

        // Then
        try (var reader = new WarcReader(folder.resolve(capture.getFile()))) {
            reader.calculateBlockDigest();
            var types = new ArrayList<String>();
            for (var record : reader) {
                types.add(record.type());
                assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                switch (record) {
                    case WarcResponse response -> {
                        assertThat(response.id()).hasToString(capture.getRecord());
                        assertThat(response.date()).isEqualTo(NOW);
                        var payload =
                                Channels.newInputStream(response.http().body()).readAllBytes();
                        assertThat(ByteString.of(payload)).isEqualTo(body);
                        assertThat("sha256:" + ByteString.of(payload).sha256().hex())
                                .isEqualTo(capture.getDigest())
                                .isEqualTo("sha256:"
                                        + response.payloadDigest().orElseThrow().hex());
                    }
                    case WarcRequest request -> {
                        assertThat(request.http().target()).isEqualTo("/a?b=c");
                        assertThat(request.concurrentTo())
                                .extracting(URI::toString)
                                .containsExactly(capture.getRecord());
                    }
                    case WarcMetadata metadata ->
                        assertThat(metadata.fields().map())
                                .containsEntry("market", List.of("CN"))
                                .containsEntry("egress", List.of("tunnel"))
                                .containsEntry("source", List.of("films"));
                    default -> assertThat(record.type()).isEqualTo("warcinfo");
                }
                record.body().consume();
                if (record.blockDigest().isPresent()) {
                    assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
                }
            }
            assertThat(types).containsExactly("warcinfo", "response", "request", "metadata");
        }
    }

    @Test
    void anUnchangedPageRefersToItsLastResponse() throws IOException {
        // Given
        var first = ask(Optional.empty(), exchange(200, ByteString.encodeUtf8("x")));

        // When
        var again = ask(
                Optional.of(new Ask.Known(Optional.of("\"v1\""), Optional.empty(), first)),
                exchange(304, ByteString.EMPTY));

        // Then
        assertThat(again.getFile()).isNotEqualTo(first.getFile());
        try (var reader = new WarcReader(folder.resolve(again.getFile()))) {
            var revisit = reader.records()
                    .filter(WarcRevisit.class::isInstance)
                    .map(WarcRevisit.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(revisit.refersTo()).contains(URI.create(first.getRecord()));
        }
    }

    @Test
    void aTornTailIsPutAsideAtTheNextStartWhereverItIsTorn() throws IOException {
        // Given
        var capture = ask(Optional.empty(), exchange(200, ByteString.encodeUtf8("whole")));
        var file = folder.resolve(capture.getFile());
        var whole = Files.readAllBytes(file);
        long lastRecord = lastRecord(file);

        for (int length = (int) lastRecord + 1; length < whole.length; length += 67) {
            Files.write(file, Arrays.copyOf(whole, length));

            // When
            WarcArchive.open(folder, "test", clock()).close();

            // Then
            assertThat(Files.size(file)).isEqualTo(lastRecord);
            assertThat(Files.size(folder.resolve(capture.getFile() + ".torn"))).isEqualTo(length - lastRecord);
            assertThat(records(file)).isEqualTo(3);
        }
    }

    @Test
    void aFileThatIsWholeStaysAndOneWithNothingWholeGoes() throws IOException {
        // Given
        var capture = ask(Optional.empty(), exchange(200, ByteString.encodeUtf8("whole")));
        var file = folder.resolve(capture.getFile());
        long size = Files.size(file);
        var empty = folder.resolve("lacuna-29990101T000000000Z-00000.warc.gz");

        // When
        WarcArchive.open(folder, "test", clock()).close();
        Files.write(empty, new byte[] {0x1F, (byte) 0x8B, 8}, StandardOpenOption.CREATE_NEW);
        WarcArchive.open(folder, "test", clock()).close();

        // Then
        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(empty).doesNotExist();
    }

    private Capture ask(Optional<Ask.Known> known, Exchange exchange) throws IOException {
        try (var archive = WarcArchive.open(folder, "test", clock())) {
            var ask = new Ask(URL, "films", "w/cn/en", "CN", "en", "tunnel", Duration.ZERO, known);
            var capture = archive.record(ask, exchange);
            archive.flush();
            return capture;
        }
    }

    private static Exchange exchange(int status, ByteString body) {
        return new Exchange(
                URL,
                Headers.of("Host", "films.example", "User-Agent", "lacuna-test/1"),
                status,
                "OK",
                new Headers.Builder()
                        .add("Content-Type", "text/html")
                        .add("Transfer-Encoding", "chunked")
                        .build(),
                body,
                NOW,
                NOW,
                Optional.empty());
    }

    private static long records(Path file) throws IOException {
        try (var reader = new WarcReader(file)) {
            return reader.records().count();
        }
    }

    private static long lastRecord(Path file) throws IOException {
        try (var reader = new WarcReader(file)) {
            long last = 0;
            for (var record = reader.next(); record.isPresent(); record = reader.next()) {
                last = reader.position();
            }
            return last;
        }
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
