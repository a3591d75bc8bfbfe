package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void aRunThatIsOnceOnEachSideIsAnAnchor() {
        int[] a = {7, 1, 2, 3, 8};
        int[] b = {1, 2, 3, 9};

        assertThat(Grams.unique(a, b, new Range(0, a.length, 0, b.length, 0), 3))
                .containsExactly(1L << 32);
    }

    @Test
    void aRunThatIsTwiceOnASideTellsNothing() {
        int[] a = {1, 2, 3, 4, 1, 2, 3};
        int[] b = {1, 2, 3};
        var there = new Range(0, a.length, 0, b.length, 0);
        var back = new Range(0, b.length, 0, a.length, 0);

        assertThat(Grams.unique(a, b, there, 3)).isEmpty();
        assertThat(Grams.unique(b, a, back, 3)).isEmpty();
    }

    @Test
    void onlyTheRangeIsLookedAt() {
        int[] a = {1, 2, 3, 4, 1, 2, 3};
        int[] b = {1, 2, 3};

        assertThat(Grams.unique(a, b, new Range(3, a.length, 0, b.length, 0), 3))
                .containsExactly(4L << 32);
    }

    @Test
    void ofALongTextBothSidesKeepTheSameRuns() {
        int[] a = IntStream.range(0, 60_000).toArray();
        int[] b = IntStream.range(10_000, 60_000).toArray();

        long[] found = Grams.unique(a, b, new Range(0, a.length, 0, b.length, 0), 8);

        assertThat(found).as("a part of them").hasSizeBetween(5_000, 25_000);
        assertThat(Arrays.stream(found)).allMatch(pair -> (pair >>> 32) - (pair & 0xFFFF_FFFFL) == 10_000);
    }
}
