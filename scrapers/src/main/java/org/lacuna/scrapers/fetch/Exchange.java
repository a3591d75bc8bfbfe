package org.lacuna.scrapers.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;

/**
 * One request and what came back, as it went over the wire but for the framing of chunks.
 *
 * @param requestHeaders as sent
 * @param status HTTP status
 * @param reason reason phrase; may be empty
 * @param headers of the answer, as received
 * @param body as received, still compressed where the headers say so
 * @param cut why the body ends early; empty if it is whole
 */
public record Exchange(
        URI url,
        Headers requestHeaders,
        int status,
        String reason,
        Headers headers,
        ByteString body,
        Instant sentAt,
        Instant receivedAt,
        Optional<Cut> cut) {

    /** Why a body ends early. */
    public enum Cut {
        /** It took too long. */
        TIME,
        /** It is too large. */
        LENGTH,
        /** The connection ended before it did. */
        DISCONNECT
    }

    /** A header of the answer. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
