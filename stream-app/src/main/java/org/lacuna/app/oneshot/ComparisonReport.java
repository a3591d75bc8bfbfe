package org.lacuna.app.oneshot;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.schema.ChangeKind;

/**
 * What a comparison of two files has to say, whatever it is written as.
 *
 * @param baseline the fuller version
 * @param target the version held against it
 * @param collation what comparing gave
 * @param witnesses how each difference stands elsewhere
 * @param findings what the flagger says of each difference; empty where it was not asked
 */
public record ComparisonReport(
        Holding baseline,
        Holding target,
        Collation collation,
        WitnessTable witnesses,
        Optional<FindingTable> findings) {

    /** What the flagger says of a difference; empty where it is an ordinary one or was not read. */
    public Optional<Reading> finding(Difference difference) {
        return findings.flatMap(table -> table.of(difference));
    }

    /** Number of differences of each kind that there is. */
    public Map<ChangeKind, Long> counts() {
        return collation.differences().stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
    }
}
