package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChainTest {

    @Test
    void whatCrossesIsLeftOut() {
        assertThat(Chain.longest(pairs(4, 0, 1, 2, 3))).containsExactly(pair(1, 0), pair(2, 1), pair(3, 2), pair(4, 3));
        assertThat(Chain.longest(new long[0])).isEmpty();
    }

    @Property(tries = 200)
    void itIsAsLongAsAnyThatRunsForward(@ForAll @Size(max = 12) List<@IntRange(max = 9) Integer> drawn) {
        int[] seconds = drawn.stream().mapToInt(Integer::intValue).toArray();
        long[] chain = Chain.longest(pairs(seconds));

        for (int i = 1; i < chain.length; i++) {
            assertThat((int) chain[i]).isGreaterThan((int) chain[i - 1]);
            assertThat(chain[i] >>> 32).isGreaterThan(chain[i - 1] >>> 32);
        }
        assertThat(chain).hasSize(longestByTrying(seconds));
    }

    private static int longestByTrying(int[] seconds) {
        int best = 0;
        for (int subset = 0; subset < 1 << seconds.length; subset++) {
            int last = -1;
            int size = 0;
            for (int i = 0; i < seconds.length && size >= 0; i++) {
                if ((subset >> i & 1) == 1) {
                    size = seconds[i] > last ? size + 1 : -1;
                    last = seconds[i];
                }
            }
            best = Math.max(best, size);
        }
        return best;
    }

    private static long[] pairs(int... seconds) {
        var pairs = new long[seconds.length];
        Arrays.setAll(pairs, i -> pair(i, seconds[i]));
        return pairs;
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | second;
    }
}
