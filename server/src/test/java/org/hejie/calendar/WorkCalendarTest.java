package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.hejie.calendar.KnownDeadlinesTest.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    private static final WorkCalendar calendar = BundledYears.county();

    @Test
    void endBeforeStartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.workingBetween(at("2026-11-09T10:00"), at("2026-11-09T09:59")));
    }

    @Test
    void negativeWorkingTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.addWorking(at("2026-11-09T10:00"), Duration.ofSeconds(-1)));
    }

    @Test
    void timesTheCalendarDoesNotReachAreRefused() {
        assertThatExceptionOfType(OutsideCalendar.class)
                .isThrownBy(() -> calendar.due(at("2036-12-30T10:00"), Limit.parse("30cd")));
    }

    @Test
    void aDutySaturdayIsOpenButNoWorkday() {
        var morning = List.of(TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        var duty = calendar.under(new Schedule(
                new ScheduleId("duty"),
                "周六值班",
                List.of(new WorkingHours(
                        LocalDate.of(2020, 1, 1),
                        Map.of(DayKind.WORKDAY, morning, DayKind.SATURDAY, morning)))));
        var saturday = LocalDate.of(2026, 11, 14);

        assertThat(List.of(duty.isOpen(saturday), duty.isWorkday(saturday))).containsExactly(true, false);
    }

    @Test
    void aMakeUpSundayIsAWorkdayWithItsHolidaysName() {
        assertThat(calendar.isWorkday(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(calendar.name(LocalDate.of(2026, 9, 20))).hasValue("国庆节");
    }

    @Test
    void overlappingHoursAreRefused() {
        var spans = List.of(new TimeSpan(480, 720), new TimeSpan(700, 1080));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(LocalDate.EPOCH, Map.of(DayKind.WORKDAY, spans)));
    }

    @Test
    void aScheduleClosedOnWorkdaysIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(LocalDate.EPOCH, Map.of(DayKind.SATURDAY, List.of(new TimeSpan(480, 720)))));
    }

    @Test
    void aPauseThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pause(at("2026-11-09T10:00"), at("2026-11-09T09:00"), "COURT"));
    }
}
