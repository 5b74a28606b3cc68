package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hejie.calendar.WorkingTimePropertyTest.everySeed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.hejie.shared.Times;
import org.junit.jupiter.api.Test;

/** Workdays and terms in days against counting day by day. */
class WorkdayPropertyTest {

    private static final Minutes minutes = Minutes.ofCountyHours();
    private static final WorkCalendar calendar = BundledYears.county();

    @Test
    void everyDayFrom2020To2026IsWhatThePapersSay() {
        for (var day = Minutes.FIRST; !day.isAfter(Minutes.LAST); day = day.plusDays(1)) {
            assertThat(calendar.kind(day)).as(day.toString()).isEqualTo(minutes.kind(day));
        }
    }

    @Test
    void addingWorkdaysCountsDayByDay() {
        everySeed(random -> {
            var from = someDay(random);
            int count = random.nextInt(80);
            assertThat(calendar.plusWorkdays(from, count)).isEqualTo(count(from, count, 1));
        });
    }

    @Test
    void takingWorkdaysAwayCountsDayByDayBackwards() {
        everySeed(random -> {
            var from = someDay(random);
            int count = random.nextInt(80);
            assertThat(calendar.plusWorkdays(from, -count)).isEqualTo(count(from, count, -1));
        });
    }

    @Test
    void workdaysBetweenIsWhatWasAdded() {
        everySeed(random -> {
            var from = someDay(random);
            int count = random.nextInt(80);
            assertThat(calendar.workdaysBetween(from, calendar.plusWorkdays(from, count)))
                    .isEqualTo(count);
        });
    }

    @Test
    void aTermInWorkdaysSkipsTheDaysAtWhoseEndItStandsStill() {
        everySeed(random -> {
            var start = minutes.someMinute(random, 400);
            var pauses = somePauses(random, start);
            int count = random.nextInt(1, 30);
            var due = calendar.dueWithPauses(start, Limit.of(count, LimitUnit.WORKDAY), pauses).dueAt();
            assertThat(due).isEqualTo(close(naiveLastDay(start, count, pauses, true)));
        });
    }

    @Test
    void aTermInDaysEndsOnAWorkdayNotStandingStill() {
        everySeed(random -> {
            var start = minutes.someMinute(random, 400);
            var pauses = somePauses(random, start);
            int count = random.nextInt(1, 60);
            var due = calendar.dueWithPauses(start, Limit.of(count, LimitUnit.CALENDAR_DAY), pauses).dueAt();
            assertThat(due).isEqualTo(close(naiveLastDay(start, count, pauses, false)));
        });
    }

    @Test
    void workingHoursStandStillDuringPauses() {
        everySeed(random -> {
            var start = minutes.someMinute(random, 400);
            var pauses = somePauses(random, start);
            int hours = random.nextInt(1, 40);
            var due = calendar.dueWithPauses(start, Limit.of(hours, LimitUnit.WORK_HOUR), pauses).dueAt();
            assertThat(due).isEqualTo(naiveRun(start, hours * 60, pauses, minutes::isOpen));
        });
    }

    @Test
    void hoursStandStillDuringPauses() {
        everySeed(random -> {
            var start = minutes.someMinute(random, 400);
            var pauses = somePauses(random, start);
            int hours = random.nextInt(1, 200);
            var due = calendar.dueWithPauses(start, Limit.of(hours, LimitUnit.HOUR), pauses).dueAt();
            assertThat(due).isEqualTo(naiveRun(start, hours * 60, pauses, minute -> true));
        });
    }

    @Test
    void amberComesBeforeDueWhateverThePauses() {
        everySeed(random -> {
            var start = minutes.someMinute(random, 400);
            var unit = LimitUnit.values()[random.nextInt(LimitUnit.values().length)];
            var deadline = calendar.due(
                    start,
                    Limit.of(random.nextInt(1, 20), unit),
                    List.of(Limit.of(random.nextInt(1, 5), LimitUnit.WORKDAY)),
                    somePauses(random, start));
            assertThat(deadline.amberAt()).isBetween(start, deadline.dueAt());
        });
    }

    private static LocalDate naiveLastDay(Instant start, int count, List<Pause> pauses, boolean workdaysOnly) {
        var day = Times.dateOf(start);
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            boolean counts = !stands(pauses, day) && (!workdaysOnly || minutes.kind(day) == DayKind.WORKDAY);
            left -= counts ? 1 : 0;
        }
        while (minutes.kind(day) != DayKind.WORKDAY || stands(pauses, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean stands(List<Pause> pauses, LocalDate day) {
        var end = close(day);
        return pauses.stream().anyMatch(p -> p.from().isBefore(end) && !p.until().isBefore(end));
    }

    private static Instant naiveRun(Instant start, int length, List<Pause> pauses, Predicate<Instant> runs) {
        var at = start;
        for (int left = length; left > 0; at = at.plusSeconds(60)) {
            left -= runs.test(at) && !stands(pauses, at) ? 1 : 0;
        }
        return at;
    }

    private static boolean stands(List<Pause> pauses, Instant minute) {
        for (Pause pause : pauses) {
            if (!minute.isBefore(pause.from()) && minute.isBefore(pause.until())) {
                return true;
            }
        }
        return false;
    }

    private static List<Pause> somePauses(RandomGenerator random, Instant start) {
        var pauses = new ArrayList<Pause>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = start.plusSeconds(60L * random.nextInt(-2_000, 30_000));
            var until = from.plusSeconds(60L * random.nextInt(12_000));
            var close = close(Times.dateOf(until));
            boolean toTheClose = random.nextBoolean();
            pauses.add(new Pause(from, toTheClose && close.isAfter(from) ? close : until, "APPRAISAL"));
        }
        return pauses;
    }

    private static Instant close(LocalDate day) {
        boolean open = minutes.kind(day) == DayKind.WORKDAY;
        var end = open ? day.atTime(18, 0) : day.plusDays(1).atStartOfDay();
        return end.atZone(Times.ZONE).toInstant();
    }

    private static LocalDate someDay(RandomGenerator random) {
        return minutes.someMinute(random, 200).atZone(Times.ZONE).toLocalDate();
    }

    private static LocalDate count(LocalDate from, int count, int step) {
        var day = from;
        for (int left = count; left > 0; ) {
            day = day.plusDays(step);
            left -= minutes.kind(day) == DayKind.WORKDAY ? 1 : 0;
        }
        return day;
    }
}
