package org.lacuna.scrapers.collect;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.SourceFault;

/**
 * What came of a round.
 *
 * @param releases number of releases that were asked for
 * @param published number of snapshots that were published
 * @param unchanged number of releases without news, among them those that are not yet absent for sure
 * @param faults what sources did not deliver; published too
 * @param trouble what kept the collector itself from its work, and what to do, in one line; then whatever is not counted
 *     above is as it was, and due again
 */
public record Round(int releases, int published, int unchanged, List<SourceFault> faults, Optional<String> trouble) {
    /** Copies the list. */
    public Round {
        faults = List.copyOf(faults);
    }
}
