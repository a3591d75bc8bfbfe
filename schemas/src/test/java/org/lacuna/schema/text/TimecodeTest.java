package org.lacuna.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimecodeTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void theLanguageOfTheMachineChangesNoDigit() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(Timecode.of(721_200)).isEqualTo("00:12:01.200");
    }

    @Test
    void aFilmMayBeLongerThanADay() {
        assertThat(Timecode.of(90_000_000)).isEqualTo("25:00:00.000");
    }
}
