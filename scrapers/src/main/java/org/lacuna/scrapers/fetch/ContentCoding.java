package org.lacuna.scrapers.fetch;

import java.io.IOException;
import java.util.Locale;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;

/** Undoes the Content-Encoding of an answer. */
sealed interface ContentCoding {

    /** The content itself. */
    record Plain(ByteString body) implements ContentCoding {}

    /**
     * It cannot be undone.
     *
     * @param rule id of the rule that decided
     * @param why a phrase that follows the address
     */
    record Bad(String rule, String why) implements ContentCoding {}

    /**
     * Unpacks the body of an answer.
     *
     * @param mostBytes most bytes of the content; what unpacks to more is no page
     */
    static ContentCoding decode(Exchange exchange, long mostBytes) {
        var coding = exchange.header("Content-Encoding")
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .orElse("identity");
        return switch (coding) {
            case "identity", "" -> new Plain(exchange.body());
            case "gzip", "x-gzip" -> unzip(exchange.body(), mostBytes);
            default -> new Bad("encoding.unknown", "is packed as '%s', which was not asked for".formatted(coding));
        };
    }

    private static ContentCoding unzip(ByteString body, long mostBytes) {
        if (body.size() == 0) {
            return new Plain(body);
        }
        try (var source = new GzipSource(new Buffer().write(body))) {
            var plain = new Buffer();
            while (source.read(plain, 64 * 1024) != -1) {
                if (plain.size() > mostBytes) {
                    return new Bad("body.length", "unpacks to more than %d bytes".formatted(mostBytes));
                }
            }
            return new Plain(plain.readByteString());
        } catch (IOException broken) {
            return new Bad("encoding.broken", "cannot be unpacked: its gzip stream is damaged or cut short");
        }
    }
}
