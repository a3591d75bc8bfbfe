package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Parts parts = new Parts();

    @Test
    void nothingIsReadyBeforeAllIsThere() {
        // Given
        parts.add("pages", () -> {});
        assertThat(parts.notReady()).containsExactly("starting");

        // When
        parts.complete();

        // Then
        assertThat(parts.notReady()).isEmpty();
    }

    @Test
    void aPartThatStoppedByItselfIsAFaultAndOneThatOnlyWaitsIsNotReady() {
        // Given
        var running = new AtomicBoolean(true);
        parts.add("flag", () -> {}, running::get, () -> Optional.of("flag stopped")
                .filter(no -> !running.get()));
        parts.add("deliver", () -> {}, () -> true, () -> Optional.of("the mail server does not answer"));
        parts.complete();
        assertThat(parts.fault()).isEmpty();
        assertThat(parts.notReady()).containsExactly("the mail server does not answer");

        // When
        running.set(false);

        // Then
        assertThat(parts.fault()).contains("flag stopped");
    }

    @Test
    void theLastStartedStopsFirstAndOneThatCannotStopKeepsNoOther() {
        // Given
        var stopped = new ArrayList<String>();
        parts.add("broker", () -> stopped.add("broker"));
        parts.add("history", () -> {
            throw new IllegalStateException("cannot");
        });
        parts.add("collector", () -> stopped.add("collector"));

        // When
        parts.close();

        // Then
        assertThat(stopped).containsExactly("collector", "broker");
    }
}
