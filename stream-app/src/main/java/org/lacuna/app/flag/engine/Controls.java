package org.lacuna.app.flag.engine;

import java.util.Set;
import java.util.TreeSet;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.WitnessState;

/**
 * What the releases outside the target market say, by market: two releases of one market are one control.
 *
 * @param intact markets in which the passage stands as in the baseline, the baseline's own among them
 * @param same unrelated markets that show the same edit and no release without it
 * @param besideBaseline how many of the intact markets are not the baseline's
 * @param platformsDiffer whether another release of the target market lacks the edit
 */
record Controls(Set<String> intact, Set<String> same, int besideBaseline, boolean platformsDiffer) {
    /** Markets under one regulator's reach: the same edit there is no sign of an unrelated cause. */
    private static final Set<String> RELATED = Set.of("CN", "HK", "MO");

    static Controls of(Edit edit) {
        // An addition is absent where the passage stands as in the baseline.
        boolean added = edit.kind() == ChangeKind.ADDED;
        var asBaseline = added ? WitnessState.MISSING : WitnessState.PRESENT;
        var asTarget = added ? WitnessState.PRESENT : WitnessState.MISSING;
        var intact = new TreeSet<String>();
        var same = new TreeSet<String>();
        boolean platformsDiffer = false;
        boolean baselineDoubtful = false;
        for (var witness : edit.witnesses()) {
            boolean own = witness.market().equals(edit.targetMarket());
            baselineDoubtful |= witness.market().equals(edit.baselineMarket())
                    && witness.state() != asBaseline
                    && witness.state() != WitnessState.UNKNOWN;
            if (witness.state() == asBaseline) {
                platformsDiffer |= own;
                if (!own) {
                    intact.add(witness.market());
                }
            } else if (witness.state() == asTarget && !own && !related(edit.targetMarket(), witness.market())) {
                same.add(witness.market());
            }
        }
        same.removeAll(intact);
        boolean baselineIsOutside =
                !edit.standsInEarlierVersion() && !edit.baselineMarket().equals(edit.targetMarket());
        if (baselineIsOutside && !baselineDoubtful) {
            intact.add(edit.baselineMarket());
        }
        int beside = (int)
                intact.stream().filter(m -> !m.equals(edit.baselineMarket())).count();
        return new Controls(intact, same, beside, platformsDiffer);
    }

    /** Whether the difference is regional: at least two independent markets stand against the target. */
    boolean regional() {
        return intact.size() >= 2;
    }

    /** Whether any release besides the two compared says something. */
    boolean any() {
        return besideBaseline > 0 || !same.isEmpty() || intact.size() >= 2;
    }

    /** Whether every control shows the same edit. */
    boolean everywhere() {
        return !same.isEmpty() && besideBaseline == 0;
    }

    static boolean mainlandReach(String market) {
        return RELATED.contains(market);
    }

    private static boolean related(String target, String market) {
        return RELATED.contains(target) && RELATED.contains(market);
    }
}
