package org.lacuna.app.history;

import java.util.Optional;
import org.lacuna.schema.Medium;

/**
 * Which findings are asked for; an empty part stands for all.
 *
 * @param topic id of a concept that the finding touches
 * @param medium film, game or book
 * @param market market of the release that differs
 * @param minLevel least attribution level, 0 to 5
 * @param work id of the work
 * @param cursor {@link Page#next} of the page before; empty: the newest findings
 * @param limit most findings on the page, at least 1
 */
public record FindingQuery(
        Optional<String> topic,
        Optional<Medium> medium,
        Optional<String> market,
        int minLevel,
        Optional<String> work,
        Optional<String> cursor,
        int limit) {

    /** @throws IllegalArgumentException if the limit is below 1 */
    public FindingQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** The newest of all findings. */
    public static FindingQuery all(int limit) {
        return new FindingQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.empty(), limit);
    }
}
