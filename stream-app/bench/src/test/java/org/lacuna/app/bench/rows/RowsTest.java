package org.lacuna.app.bench.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.app.bench.Figure;
import org.lacuna.app.bench.peers.Limit;
import org.lacuna.app.bench.peers.Peer;

class RowsTest {

    private static final Settings TINY = new Settings(1, 0.01, Duration.ofSeconds(5), false);
    private static final Settings NO_TIME = new Settings(1, 0.01, Duration.ZERO, false);

    static final List<Row> ROWS = Row.ALL;

    @ParameterizedTest
    @FieldSource("ROWS")
    void everyRowMeasuresSomethingOnTinyTexts(Row row) {
        var figures = new ArrayList<Figure>();

        row.measure(TINY, figures::add);

        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.row()).isEqualTo(row.name());
            assertThat(figure.ours()).isNotEmpty();
            assertThat(figure.theirs().isEmpty()).isEqualTo(figure.peer().isEmpty());
        });
    }

    @Test
    void aPeerThatTakesTooLongIsSaidToTakeLonger() {
        var figures = new ArrayList<Figure>();

        new RevisionRow(false).measure(NO_TIME, figures::add);

        assertThat(figures)
                .filteredOn(figure -> figure.peer().startsWith("diff-match-patch"))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.theirs()).startsWith("> "));
    }

    @Test
    void everyPeerPairsEqualTokensInOrder() {
        int[] a = {1, 2, 3, 4, 5, 6, 7, 8};
        int[] b = {1, 2, 9, 4, 5, 7, 8};

        for (Peer peer : Peer.all()) {
            assertThat(peer.partners(a, b, new Limit(Duration.ofSeconds(5))))
                    .as(peer.name())
                    .containsExactly(0, 1, -1, 3, 4, -1, 5, 6);
        }
    }
}
