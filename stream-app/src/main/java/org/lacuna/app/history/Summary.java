package org.lacuna.app.history;

import java.util.Map;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.DeliveryState;
import org.lacuna.schema.FaultKind;

/**
 * What the archive holds, counted. A kind, level or state that does not occur is not in its map.
 *
 * @param snapshots versions seen
 * @param comparisons pairs of versions held against each other
 * @param changes differences found, closed ones too
 * @param findingsByLevel findings that stand, by attribution level
 * @param alerts findings matched to a subscription
 * @param deliveries alerts by how their sending ended
 * @param sourceFaults broken promises of sources
 * @param deadLetters records that a stage could not read
 */
public record Summary(
        long snapshots,
        long comparisons,
        Map<ChangeKind, Long> changes,
        Map<Integer, Long> findingsByLevel,
        long alerts,
        Map<DeliveryState, Long> deliveries,
        Map<FaultKind, Long> sourceFaults,
        long deadLetters) {}
