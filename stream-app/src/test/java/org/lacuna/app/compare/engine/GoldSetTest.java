package org.lacuna.app.compare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The comparer against the project's own gold set. */
class GoldSetTest {

    private final GoldSet gold = GoldSet.load();
    private final Comparer comparer = new Comparer();

    @TestFactory
    Stream<DynamicTest> everyItemHoldsOrIsListedAsNotYet() {
        return gold.items().stream()
                .map(item -> DynamicTest.dynamicTest(item.id() + ": " + item.what(), () -> check(item)));
    }

    private void check(GoldItem item) {
        var collation = comparer.compare(item.baseline(), item.target());
        boolean right = item.score(collation).right();
        if (gold.notYet().contains(item.id())) {
            assertThat(right)
                    .as("%s holds now: take it from not-yet.txt", item.id())
                    .isFalse();
        } else {
            assertThat(right)
                    .as("%s: expected one of %s, found %s", item.id(), item.readings(), collation)
                    .isTrue();
        }
    }

    @Test
    void idsAreUniqueAndNotYetNamesOnlyItemsThatThereAre() {
        Set<String> ids = gold.items().stream().map(GoldItem::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(gold.items()).containsAll(gold.notYet());
        assertThat(ids.size()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void everyItemExpectsSomething() {
        assertThat(gold.items())
                .allMatch(item -> item.notCompared()
                        || !item.readings().isEmpty()
                        || !item.never().isEmpty());
    }

    @Test
    void theTableCountsEveryItemOnce() {
        var tallies = gold.tallies(comparer);
        System.out.print(GoldSet.table(tallies));
        assertThat(tallies.values().stream().mapToInt(GoldSet.Tally::items).sum())
                .isEqualTo(gold.items().size());
    }
}
