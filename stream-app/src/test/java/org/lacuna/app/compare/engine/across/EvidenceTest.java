package org.lacuna.app.compare.engine.across;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void theLogarithmIsNearTheExactOne() {
        for (float value = 0.001f; value < 1000; value *= 1.37f) {
            assertThat((double) Evidence.fastLog(value)).isCloseTo(Math.log(value), within(1e-4));
        }
    }

    @Test
    void aSentenceIsBestExplainedByTheOneThatItRenders() {
        int[][] sources = {{0, 1}, {2, 3}, {0, 3}};
        int[][] targets = {{4, 5}, {6, 7}, {4, 7}};
        var pairs = new Pairs();
        for (int word = 0; word < 4; word++) {
            pairs.of(word, word + 4);
        }
        var prior = new Prior(pairs, new float[] {5, 5, 5, 5}, new float[] {5, 5, 5, 5});
        var model = new WordLearner(sources, targets, 8, prior, true).fromPrior();

        float[][] found = new Evidence(model, sources, 1).of(targets[1], 0, 3);

        assertThat(found[0][1]).isGreaterThan(found[0][0]).isGreaterThan(found[0][2]);
        assertThat(found[0][1]).isPositive();
    }

    @Test
    void aPairThatStandsTogetherOnceTeachesNothing() {
        int[][] sources = {{0, 1}, {0, 2}, {0, 3}};
        int[][] targets = {{4, 5}, {4, 6}, {4, 7}};
        var nothing = new Prior(new Pairs(), new float[0], new float[0]);
        var beads = List.of(new int[] {0, 1, 0, 1}, new int[] {1, 1, 1, 1}, new int[] {2, 1, 2, 1});

        var model = new WordLearner(sources, targets, 8, nothing, true).learn(beads);

        assertThat(model.starts()[5] - model.starts()[4])
                .as("4 was seen with 0 three times")
                .isEqualTo(1);
        assertThat(model.starts()[6] - model.starts()[5]).as("5 was seen once").isZero();
    }
}
