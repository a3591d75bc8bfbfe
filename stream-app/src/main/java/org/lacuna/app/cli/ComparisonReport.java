package org.lacuna.app.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.Collation;
import org.lacuna.app.compare.engine.Difference;
import org.lacuna.schema.ChangeKind;

/**
 * What a comparison of two files has to say, whatever it is written as.
 *
 * @param baseline the fuller version
 * @param target the version held against it
 * @param collation what comparing gave
 * @param witnesses how each difference stands elsewhere
 */
record ComparisonReport(Holding baseline, Holding target, Collation collation, WitnessTable witnesses) {

    /** Number of differences of each kind that there is. */
    Map<ChangeKind, Long> counts() {
        return collation.differences().stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
    }
}
