package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.calendar.KnownDeadlinesTest.at;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeadlineTraceTest {

    private static final WorkCalendar calendar = BundledYears.county();
    private static final JsonMapper json = JsonMapper.builder().build();

    @Test
    void daysOffAreNamedAsTheyWereSkipped() {
        assertThat(calendar.due(at("2024-02-08T10:00"), Limit.parse("2wd")).trace())
                .contains(new TraceStep.Skipped(LocalDate.of(2024, 2, 10), LocalDate.of(2024, 2, 17), "春节"));
    }

    @Test
    void weekendsAreSkippedWithoutAName() {
        assertThat(calendar.due(at("2026-11-13T10:00"), Limit.parse("2wd")).trace())
                .contains(new TraceStep.Skipped(LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 15), null));
    }

    @Test
    void aMovedLastDaySaysFromWhereAndWhy() {
        assertThat(calendar.due(at("2026-09-01T09:00"), Limit.parse("30cd")).trace())
                .contains(new TraceStep.Moved(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 8), "国庆节"));
    }

    @Test
    void wholeDeadlineComesBackFromJson() {
        var deadline = calendar.due(
                at("2026-09-18T17:00"),
                Limit.parse("3.5wd"),
                List.of(Limit.parse("120cd")),
                List.of(new Pause(at("2026-09-21T09:00"), at("2026-09-23T09:00"), "APPRAISAL")));

        assertThat(json.readValue(json.writeValueAsString(deadline), Deadline.class)).isEqualTo(deadline);
    }

    @Test
    void jsonReadsAsTheStepsOfTheReckoning() {
        var trace = json.valueToTree(calendar.due(at("2026-09-30T17:00"), Limit.parse("1wd")).trace());

        assertThat(trace).isEqualTo(json.readTree("""
                [{"step": "began", "at": "2026-09-30T09:00:00Z", "limit": "1wd", "schedule": "county"},
                 {"step": "applied", "rule": "START_DAY_NOT_COUNTED", "basis": "《民法典》第二百零一条第一款", "to": "1wd"},
                 {"step": "applied", "rule": "WORKDAYS_COUNT", "basis": "国务院办公厅节假日安排通知", "to": "1wd"},
                 {"step": "skipped", "from": "2026-10-01", "to": "2026-10-07", "name": "国庆节"},
                 {"step": "applied", "rule": "ENDS_AT_CLOSE_OF_BUSINESS", "basis": "《民法典》第二百零三条第二款", "to": "1wd"}]
                """));
    }
}
