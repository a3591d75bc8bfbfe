package org.lacuna.scrapers.publish;

import java.time.Instant;
import java.util.List;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Capture;
import org.lacuna.schema.Release;

/**
 * What a source showed of a release.
 *
 * @param release the release
 * @param source id of the source declaration
 * @param url address of the release's page
 * @param observedAt when the source was asked
 * @param availability whether the source lists it
 * @param documents what it says, in order; none where it is absent
 * @param captures where the archive keeps it
 */
public record Showing(
        Release release,
        String source,
        String url,
        Instant observedAt,
        Availability availability,
        List<ShownDocument> documents,
        List<Capture> captures) {

    /** Copies the lists. */
    public Showing {
        documents = List.copyOf(documents);
        captures = List.copyOf(captures);
    }
}
