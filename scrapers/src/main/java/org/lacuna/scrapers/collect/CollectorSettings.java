package org.lacuna.scrapers.collect;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.lacuna.scrapers.fetch.Egress;

/**
 * How a collector works.
 *
 * @param archiveFolder where the WARC files are; made where it does not exist
 * @param egress ways out by name: a market, a name of one's own, or {@code default} for all others
 * @param userAgent who asks, honestly, beginning with the product name: {@code lacuna/0.1 (+https://…)}
 */
public record CollectorSettings(Path archiveFolder, Map<String, Egress> egress, String userAgent, Clock clock) {
    /** Copies the map. */
    public CollectorSettings {
        egress = Map.copyOf(egress);
    }
}
