package org.lacuna.scrapers.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import okio.ByteString;
import org.lacuna.schema.Capture;
import org.lacuna.schema.FaultKind;

/** What came of asking for an address. */
public sealed interface Fetched {

    /**
     * An answer with a body, of whatever status and quality.
     *
     * @param url where it was found, after redirects
     * @param contentType its Content-Type, as sent
     * @param body its body, decompressed
     * @param retryAt when the host wants to be asked again, where it says so
     */
    record Page(
            URI url,
            int status,
            Optional<String> contentType,
            Optional<String> etag,
            Optional<String> lastModified,
            ByteString body,
            Capture capture,
            Optional<Instant> retryAt)
            implements Fetched {

        /** A fault of this page. */
        public Fault fault(FaultKind kind, String rule, String says) {
            return new Fault(kind, rule, says, url, Optional.of(capture), retryAt);
        }
    }

    /** The server says that nothing changed since the last good answer. */
    record Unchanged(Optional<String> etag, Optional<String> lastModified, Capture capture) implements Fetched {}

    /**
     * No good answer.
     *
     * @param rule id of the rule that decided
     * @param says the same in plain words, with what to do, in one line
     * @param url the address that failed
     * @param capture where the archive keeps what came back; empty where nothing did
     * @param retryAt when to ask again at the earliest, where the host says so
     */
    record Fault(
            FaultKind kind, String rule, String says, URI url, Optional<Capture> capture, Optional<Instant> retryAt)
            implements Fetched {}
}
