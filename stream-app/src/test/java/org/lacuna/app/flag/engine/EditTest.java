package org.lacuna.app.flag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;

class EditTest {
    @Test
    void changeOnTheStreamGivesTheSameEditWithoutItsOwnReleasesAsWitnesses() {
        var edit = Edit.from(change(ComparisonKind.MARKETS));
        assertThat(edit.baseline()).contains("Two lines.");
        assertThat(edit.target()).isEmpty();
        assertThat(edit.language()).isEqualTo("en-GB");
        assertThat(edit.context()).isEqualTo("Before.\nAfter.");
        assertThat(edit.witnesses()).containsExactly(new Edit.Sighting("TW", WitnessState.PRESENT));
        assertThat(edit.fieldKey()).isEqualTo(Optional.of("menu.title"));
        assertThat(edit.standsInEarlierVersion()).isFalse();
        assertThat(edit.targetMarket()).isEqualTo("CN");
    }

    @Test
    void twoMomentsOfOneReleaseAreAnEarlierVersion() {
        assertThat(Edit.from(change(ComparisonKind.MOMENTS)).standsInEarlierVersion())
                .isTrue();
    }

    private static Change change(ComparisonKind comparison) {
        var now = Instant.EPOCH;
        return Change.newBuilder()
                .setId("c1")
                .setWork("w1")
                .setTitle("The Quiet Harbour")
                .setMedium(Medium.GAME)
                .setKind(ChangeKind.REMOVED)
                .setComparison(comparison)
                .setBaselineRelease(release("w1/global", "GLOBAL"))
                .setBaselineSnapshot("s1")
                .setTargetRelease(release("w1/cn", "CN"))
                .setTargetSnapshot("s2")
                .setBaseline(new Place("menu", List.of(3), "menu.title", null, null, "Two lines.", "en-GB"))
                .setBefore("Before.")
                .setAfter("After.")
                .setWitnesses(List.of(
                        new Witness("w1/global", "GLOBAL", WitnessState.PRESENT),
                        new Witness("w1/cn", "CN", WitnessState.MISSING),
                        new Witness("w1/tw", "TW", WitnessState.PRESENT)))
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(now)
                .setLastConfirmed(now)
                .setEngine("engine-1")
                .build();
    }

    private static Release release(String id, String market) {
        return new Release(id, "w1", "The Quiet Harbour", Medium.GAME, market, "en", "");
    }
}
