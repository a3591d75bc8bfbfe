package org.lacuna.app.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lacuna.schema.Change;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

/**
 * In which markets a text stands.
 *
 * @param markets the markets of each state, sorted; every state is there
 */
record Standing(Map<WitnessState, List<String>> markets) {

    /** How a change stands in its witnesses, and in the baseline where that is another market. */
    static Standing of(Change change) {
        var baseline = change.getComparison() == ComparisonKind.MARKETS
                        && change.getBaseline().isPresent()
                ? Stream.of(new Witness(
                        change.getBaselineRelease().getId(),
                        change.getBaselineRelease().getMarket(),
                        WitnessState.PRESENT))
                : Stream.<Witness>of();
        var witnesses = Stream.concat(baseline, change.getWitnesses().stream()).toList();
        var markets = new EnumMap<WitnessState, List<String>>(WitnessState.class);
        for (var state : WitnessState.values()) {
            var found = new TreeSet<String>();
            witnesses.stream()
                    .filter(witness -> witness.getState() == state)
                    .forEach(witness -> found.add(witness.getMarket()));
            markets.put(state, List.copyOf(found));
        }
        return new Standing(markets);
    }

    List<String> in(WitnessState state) {
        return markets.getOrDefault(state, List.of());
    }
}
