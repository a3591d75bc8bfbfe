package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

class MovesTest {

    private static final List<String> TALE = List.of(
            "The lighthouse keeper counted the ships that never came back from the north.",
            "Every evening his daughter drew a chalk line on the kitchen door.",
            "In the third winter the post boat stopped calling at the island.",
            "They ate dried fish, and she learned the names of all the winds.",
            "A stranger rowed in at Easter with a violin and no shoes.",
            "He asked for bread and for a song that nobody there had heard.");

    @Test
    void aPassageAtAnotherPlaceMoved() {
        assertThat(kinds(order(0, 2, 3, 4, 1, 5))).containsOnly(ChangeKind.MOVED);
    }

    @Test
    void aPassageThatMovedAndWasRevisedMovedToo() {
        var revised = new ArrayList<>(order(0, 2, 3, 4, 1, 5));
        revised.set(4, "Every morning his daughter drew a chalk line on the kitchen wall.");

        assertThat(kinds(revised)).containsOnly(ChangeKind.MOVED);
    }

    @Test
    void whatStandsBesideAMovedPassageMovedWithItHoweverMuchItWasRevised() {
        var revised = new ArrayList<>(order(0, 3, 4, 5, 1, 2));
        revised.set(5, "In the third year the grey post boat no longer stopped at the island pier.");

        assertThat(new Comparer().compare(text(TALE), text(revised)).alignment())
                .contains(new Bead(List.of(2), List.of(5), Bead.Kind.MOVED));
    }

    @Test
    void aPassageThatStandsNowhereIsMissing() {
        assertThat(kinds(order(0, 2, 3, 4, 5))).containsOnly(ChangeKind.REMOVED);
    }

    private static List<String> order(int... places) {
        var texts = new ArrayList<String>();
        for (int place : places) {
            texts.add(TALE.get(place));
        }
        return texts;
    }

    private static List<ChangeKind> kinds(List<String> target) {
        return new Comparer()
                .compare(text(TALE), text(target)).differences().stream()
                        .map(difference -> difference.kind())
                        .toList();
    }

    private static Text text(List<String> texts) {
        return new Text(
                "en",
                List.of(new Text.Section(
                        "One",
                        texts.stream()
                                .map(t -> new Passage(PassageKind.PROSE, t, null, null, null))
                                .toList())));
    }
}
