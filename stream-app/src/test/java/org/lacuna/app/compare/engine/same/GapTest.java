package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapTest {

    @Test
    void aRunIsPreferredToTheSameWordsScattered() {
        var m = new Matching(new int[] {1, 2, 3}, new int[] {1, 9, 2, 9, 1, 2, 3});

        Gap.exact(m, new Range(0, 3, 0, 7, 0));

        assertThat(m.partnerOfA).containsExactly(4, 5, 6);
    }

    @Test
    void everyWordThatCanKeepItsOrderFindsItsPartner() {
        var m = new Matching(new int[] {1, 2, 3, 4}, new int[] {1, 3, 2, 4});

        Gap.exact(m, new Range(0, 4, 0, 4, 0));

        assertThat(m.size()).isEqualTo(3);
        assertThat(m.partnerOfA[0]).isZero();
        assertThat(m.partnerOfA[3]).isEqualTo(3);
    }

    @Test
    void theCoarseWalkGoesOnBehindADifference() {
        int[] a = IntStream.range(0, 100).toArray();
        int[] b = IntStream.range(0, 100).filter(i -> i < 40 || i >= 50).toArray();
        var m = new Matching(a, b);

        Gap.coarse(m, new Range(0, a.length, 0, b.length, 0));

        assertThat(m.size()).isEqualTo(90);
        assertThat(m.partnerOfA[45]).isNegative();
        assertThat(m.partnerOfA[99]).isEqualTo(89);
    }
}
