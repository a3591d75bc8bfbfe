package org.lacuna.app.compare.engine.across;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void theDiagonalFollowsTheLengths() {
        int[] path = Band.diagonal(new double[] {10, 10, 10, 10}, new double[] {20, 20});

        assertThat(path).containsExactly(0, 0, 1, 1, 2);
    }

    @Property
    void aBandAlwaysHoldsBothEndsAndIsConnected(
            @ForAll @Size(min = 2, max = 40) int[] steps, @ForAll @IntRange(min = 1, max = 9) int width) {
        int[] path = new int[steps.length];
        int columns = 0;
        for (int i = 1; i < steps.length; i++) {
            columns += Math.floorMod(steps[i], 30);
            path[i] = columns;
        }

        var band = Band.around(path, columns, width);

        assertThat(band.holds(0, 0)).isTrue();
        assertThat(band.holds(path.length - 1, columns)).isTrue();
        for (int i = 1; i < path.length; i++) {
            assertThat(band.from()[i]).isBetween(band.from()[i - 1], band.to()[i - 1] - 1);
            assertThat(band.to()[i]).isGreaterThanOrEqualTo(band.to()[i - 1]);
        }
    }
}
