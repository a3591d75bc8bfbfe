package org.lacuna.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lacuna.app.history.Records;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Medium;
import org.lacuna.topics.Topics;

class LifeOfChangesTest {

    private static final Change CHANGE =
            sent(Records.change("c", Records.release("w", "The Northern Wall", Medium.BOOK, "CN"), 0));

    /** As it comes from its topic. */
    private static Change sent(Change change) {
        var bytes = Topics.CHANGES.values().serializer().serialize("", change);
        return Topics.CHANGES.values().deserializer().deserialize("", bytes);
    }

    @Test
    void aChangeThatOurOwnRulesMadeSaysSo() {
        var life = new LifeOfChanges(
                List.of(), MarketPlan.Confirmation.AT_ONCE, change -> Optional.of("engine 1 -> 2"), place -> false);

        life.markets(List.of(CHANGE));

        assertThat(life.news()).singleElement().satisfies(change -> assertThat(change.getPipeline())
                .contains("engine 1 -> 2"));
    }

    @Test
    void aChangeThatOurOwnRulesNoLongerFindIsClosedAsTheirs() {
        var life = new LifeOfChanges(
                List.of(CHANGE),
                MarketPlan.Confirmation.AT_ONCE,
                change -> Optional.of("engine 1 -> 2"),
                place -> false);

        life.markets(List.of());

        assertThat(life.news()).singleElement().satisfies(change -> {
            assertThat(change.getStatus()).isEqualTo(ChangeStatus.CLOSED);
            assertThat(change.getPipeline()).contains("engine 1 -> 2");
        });
    }

    @Test
    void aChangeThatAReleaseMadeIsNotOurs() {
        var life = new LifeOfChanges(
                List.of(), MarketPlan.Confirmation.AT_ONCE, change -> Optional.empty(), place -> false);

        life.markets(List.of(CHANGE));

        assertThat(life.news()).singleElement().satisfies(change -> assertThat(change.getPipeline())
                .isEmpty());
    }
}
