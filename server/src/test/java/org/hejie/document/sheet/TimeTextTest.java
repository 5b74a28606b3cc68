package org.hejie.document.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "2019/4/25 9:32:09, 2019-04-25T01:32:09Z",
        "2019-04-25 09:32, 2019-04-25T01:32:00Z",
        "2019.4.25, 2019-04-24T16:00:00Z",
        "2018/4/24, 2018-04-23T16:00:00Z",
        "2019年4月25日 9时32分09秒, 2019-04-25T01:32:09Z",
        "2019年4月25日, 2019-04-24T16:00:00Z",
        "2019-04-25T09:32:09+08:00, 2019-04-25T01:32:09Z",
        "2019-04-25T01:32:09Z, 2019-04-25T01:32:09Z",
        "20190425093209, 2019-04-25T01:32:09Z",
        "20190425, 2019-04-24T16:00:00Z",
        "43580.397326389, 2019-04-25T01:32:09Z",
        "43580, 2019-04-24T16:00:00Z"})
    void timesAreReadInManyForms(String text, Instant time) {
        assertThat(TimeText.parse(text).map(OffsetDateTime::toInstant)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019/2/30", "2019/13/1", "2019-04-25 25:00:00", "昨天", "2019", "25/4/2019", "-5", "2019-04-31T00:00:00Z"})
    void impossibleTimesAreRefused(String text) {
        assertThat(TimeText.parse(text)).isEmpty();
    }
}
