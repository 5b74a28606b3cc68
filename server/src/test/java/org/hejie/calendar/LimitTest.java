package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class LimitTest {

    @ParameterizedTest
    @CsvSource({
        "3wd, 3, WORKDAY", "0.5wd, 0.5, WORKDAY", "2wh, 2, WORK_HOUR", "30cd, 30, CALENDAR_DAY",
        "1h, 1, HOUR", "30min, 30, MINUTE", "1mo, 1, MONTH", "0wd, 0, WORKDAY", "1.50h, 1.5, HOUR"
    })
    void shortFormIsRead(String text, BigDecimal amount, LimitUnit unit) {
        assertThat(Limit.parse(text)).isEqualTo(new Limit(amount, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "3", "wd", "3 wd", "3WD", "-3wd", "+3wd", "3d", "1.5cd", "0.5mo", "0h", "0cd", "1.234wd", "3wd ",
        "99999wd", "１wd", "1e3wd", ".5wd", "1.wd", "3wd2h"
    })
    void malformedLimitIsRefused(String text) {
        assertThatExceptionOfType(MalformedLimit.class).isThrownBy(() -> Limit.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3wd", "0.5wd", "100cd", "30min"})
    void writesWhatItReads(String text) {
        assertThat(Limit.parse(text)).hasToString(text);
    }

    @Test
    void travelsAsTextInJson() {
        var json = JsonMapper.builder().build();

        assertThat(json.readValue(json.writeValueAsString(Limit.parse("0.5wd")), Limit.class))
                .isEqualTo(Limit.parse("0.5wd"));
    }

    @Test
    void refusalDoesNotRepeatWhatWasGiven() {
        assertThatExceptionOfType(MalformedLimit.class)
                .isThrownBy(() -> Limit.parse("张三13800000000"))
                .withMessageNotContaining("张三");
    }
}
