package org.lacuna.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void eachWaitIsTwiceTheOneBeforeAndNoneIsAboveFiveMinutes() {
        assertThat(IntStream.of(1, 2, 3, 8, 9, 10, 11, 1_000_000)
                        .mapToObj(n -> Backoff.after(n).toSeconds()))
                .containsExactly(1L, 2L, 4L, 128L, 256L, 300L, 300L, 300L);
    }
}
