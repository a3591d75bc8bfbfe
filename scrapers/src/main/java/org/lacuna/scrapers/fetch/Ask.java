package org.lacuna.scrapers.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.lacuna.schema.Capture;

/**
 * What is asked of a source.
 *
 * @param url the address
 * @param source id of the source declaration
 * @param release id of the release
 * @param market market of the release
 * @param language BCP 47 tag of the wanted language
 * @param egress name of the way out
 * @param pause least time between two requests to the host
 * @param known what the last good answer said of itself
 */
public record Ask(
        URI url,
        String source,
        String release,
        String market,
        String language,
        String egress,
        Duration pause,
        Optional<Known> known) {

    /**
     * Validators of the last good answer (RFC 9110, section 8.8), and where the archive keeps it.
     *
     * @param etag its ETag, as sent
     * @param lastModified its Last-Modified, as sent
     */
    public record Known(Optional<String> etag, Optional<String> lastModified, Capture capture) {
        boolean hasValidators() {
            return etag.isPresent() || lastModified.isPresent();
        }
    }
}
