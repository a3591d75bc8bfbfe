package org.lacuna.app.history;

import java.time.Instant;
import java.util.List;
import org.lacuna.schema.Medium;

/**
 * A work in a list of works.
 *
 * @param id id of the work
 * @param title its title
 * @param medium film, game or book
 * @param markets markets that it was looked for in, GLOBAL first, then by code; also those where it is absent
 * @param snapshots number of versions seen, over all releases
 * @param findings number of findings that stand
 * @param highestLevel highest level of them; 0 where there are none
 * @param lastSeen when a version of it last came in
 */
public record WorkSummary(
        String id,
        String title,
        Medium medium,
        List<String> markets,
        int snapshots,
        int findings,
        int highestLevel,
        Instant lastSeen) {

    public WorkSummary {
        markets = List.copyOf(markets);
    }
}
