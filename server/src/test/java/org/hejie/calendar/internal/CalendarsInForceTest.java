package org.hejie.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.hejie.calendar.BundledYears;
import org.hejie.calendar.CalendarChanged;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.DayKind;
import org.hejie.calendar.Holiday;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.Limit;
import org.hejie.calendar.MakeUpDay;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.TimeSpan;
import org.hejie.calendar.UnknownSchedule;
import org.hejie.calendar.WorkingHours;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each test takes a far year of its own: the database is shared and keeps what was announced. */
@HejieTest
@RecordApplicationEvents
class CalendarsInForceTest {

    @Autowired
    CalendarsInForce calendars;

    @Autowired
    HolidayYearRows years;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void bundledYearsAreInTheDatabaseAfterStart() {
        assertThat(years.all()).containsAll(BundledYears.all());
    }

    @Test
    void openingAgainChangesNothing() {
        var before = calendars.version();

        calendars.open();

        assertThat(calendars.version()).isEqualTo(before);
    }

    @Test
    void anAnnouncedYearIsInForceAtOnce() {
        calendars.announce(newYear(2037));

        assertThat(calendars.county().kind(LocalDate.of(2037, 1, 2))).isEqualTo(DayKind.HOLIDAY);
        assertThat(calendars.county().kind(LocalDate.of(2037, 1, 4))).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void anAnnouncedYearIsTold() {
        calendars.announce(newYear(2038));

        assertThat(events.stream(CalendarChanged.class))
            .contains(new CalendarChanged("620123", calendars.version(), 2038, null));
    }

    @Test
    void whoHearsOfAChangeReckonsWithIt() {
        var heard = new AtomicReference<DayKind>();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    heard.set(calendars.county().kind(LocalDate.of(2043, 1, 2)));
                }
            });
            calendars.announce(newYear(2043));
        });

        assertThat(heard).hasValue(DayKind.HOLIDAY);
    }

    @Test
    void aChangeTravelsAsJson() {
        var json = JsonMapper.builder().build();
        var change = new CalendarChanged("620123", new CalendarVersion(9), null, ScheduleId.COUNTY);

        assertThat(json.readValue(json.writeValueAsString(change), CalendarChanged.class)).isEqualTo(change);
    }

    @Test
    void theSameYearAgainIsNoChange() {
        calendars.announce(newYear(2039));
        var before = calendars.version();

        calendars.announce(newYear(2039));

        assertThat(calendars.version()).isEqualTo(before);
    }

    @Test
    void aCorrectedYearHoldsFromItsNewVersionOn() {
        calendars.announce(newYear(2040));
        var corrected = new HolidayYear(2040, paper(), List.of(days("元旦", 2040, 1, 1)), List.of());

        calendars.announce(corrected);

        assertThat(years.all()).contains(corrected).doesNotContain(newYear(2040));
    }

    @Test
    void aRolledBackYearIsNotInForce() {
        var before = calendars.version();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            calendars.announce(newYear(2041));
            status.setRollbackOnly();
        });

        assertThat(calendars.version()).isEqualTo(before);
    }

    @Test
    void hoursComeBackFromTheDatabaseAsTheyWereKept() {
        var morning = List.of(TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        var allDay = List.of(TimeSpan.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        var kept = new Schedule(new ScheduleId("town-duty"), "乡镇值班", List.of(
            new WorkingHours(LocalDate.of(2020, 1, 1), Map.of(DayKind.WORKDAY, morning)),
            new WorkingHours(LocalDate.of(2026, 5, 1), Map.of(DayKind.WORKDAY, allDay, DayKind.SATURDAY, morning))));

        calendars.keep(kept);
        calendars.open();

        assertThat(calendars.calendar(new ScheduleId("town-duty")).schedule()).isEqualTo(kept);
    }

    @Test
    void changedHoursMoveADeadline() {
        var id = new ScheduleId("short-day");
        calendars.keep(Schedule.weekdays(id, "半天", TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(12, 0))));
        var start = LocalDate.of(2026, 11, 9).atTime(9, 0).atZone(Times.ZONE).toInstant();
        var before = calendars.calendar(id).due(start, Limit.parse("1wd")).dueAt();

        calendars.keep(Schedule.weekdays(id, "半天", TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(11, 0))));

        assertThat(calendars.calendar(id).due(start, Limit.parse("1wd")).dueAt()).isEqualTo(before.minusSeconds(3600));
    }

    @Test
    void unknownHoursAreNamedSo() {
        assertThatExceptionOfType(UnknownSchedule.class)
            .isThrownBy(() -> calendars.calendar(new ScheduleId("nobody")));
    }

    @Test
    void theRuntimeRoleCannotRewriteACalendar() {
        assertThatExceptionOfType(DataAccessException.class)
            .isThrownBy(() -> jdbc.sql("delete from calendar.special_day").update())
            .withStackTraceContaining("permission denied");
    }

    private static HolidayYear newYear(int year) {
        return new HolidayYear(
            year,
            paper(),
            List.of(days("元旦", year, 1, 3)),
            List.of(new MakeUpDay("元旦", LocalDate.of(year, 1, 4))));
    }

    private static Holiday days(String name, int year, int from, int to) {
        return new Holiday(name, LocalDate.of(year, 1, from), LocalDate.of(year, 1, to));
    }

    private static List<String> paper() {
        return List.of("https://example.org/paper");
    }
}
