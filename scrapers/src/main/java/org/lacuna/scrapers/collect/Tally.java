package org.lacuna.scrapers.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.SourceFault;

/** Counts what comes of a round. Not thread-safe. */
final class Tally {

    private final List<SourceFault> faults = new ArrayList<>();
    private int published;
    private int unchanged;

    void add(boolean news) {
        published += news ? 1 : 0;
        unchanged += news ? 0 : 1;
    }

    void add(SourceFault fault) {
        faults.add(fault);
    }

    /** The round so far, which ends here for this reason. */
    Round stopped(String why) {
        return round(Optional.of(why));
    }

    Round round(Optional<String> trouble) {
        return new Round(published + unchanged + faults.size(), published, unchanged, faults, trouble);
    }
}
