package org.lacuna.scrapers.collect;

import java.time.Instant;
import java.util.Optional;
import org.lacuna.schema.SourceFault;
import org.lacuna.scrapers.publish.Showing;

/** What came of asking for a release. */
sealed interface Outcome {

    /**
     * It was read whole.
     *
     * @param vanished whether an optional document that was there is not there any more
     */
    record Shown(Showing showing, boolean vanished) implements Outcome {}

    /** The source says that it does not offer it. */
    record Absent(Showing showing) implements Outcome {}

    /**
     * It could not be read whole.
     *
     * @param retryAt when the host wants to be asked again, where it says so
     */
    record Faulty(SourceFault fault, Optional<Instant> retryAt) implements Outcome {}
}
