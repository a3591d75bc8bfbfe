package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "134分钟(中国大陆)|PT2H14M",
                "2h 14m|PT2H14M",
                "134 min|PT2H14M",
                "PT2H14M|PT2H14M",
                "约60min|PT1H",
                "1 hour 30 minutes|PT1H30M",
                "2小时14分钟|PT2H14M",
                "01:34:05|PT1H34M5S",
                "139分钟 / 12分钟(删减)|PT2H19M",
                "PT134M|PT2H14M",
                "1 hr. and 5 mins.|PT1H5M",
                "1.5 hours|PT1H30M",
                "１２０分鐘|PT2H",
                "2h|PT2H",
                "2h14|PT2H14M",
                "1時間30分|PT1H30M",
                "95 mins 30 secs|PT1H35M30S"
            })
    void runningTimesAreRead(String text, Duration expected) {
        assertThat(Runtimes.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "134", "unknown", "0 min", "1,234 min", "PT", "12:30", "99999999999 min"})
    void whatIsNoRunningTimeIsEmpty(String text) {
        assertThat(Runtimes.parse(text)).isEmpty();
    }

    @Test
    void datesAreReadInTheirUsualForms() {
        var day = LocalDate.of(2022, 1, 24);

        assertThat(Dates.parse("2022-01-24(中国大陆)")).contains(day);
        assertThat(Dates.parse("2022年1月24日")).contains(day);
        assertThat(Dates.parse("24 January 2022")).contains(day);
        assertThat(Dates.parse("Jan. 24th, 2022")).contains(day);
        assertThat(Dates.parse("2022-13-40")).isEmpty();
        assertThat(Dates.parse("2022")).isEmpty();
    }
}
