package org.hejie.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hejie.shared.Times;
import org.junit.jupiter.api.Test;

/** Working time against the minute-by-minute oracle, over all minutes of 2020 to 2026. */
class WorkingTimePropertyTest {

    private static final int CASES = 1_500;
    private static final int LONGEST = 60 * 60;
    private static final int MARGIN = 40;

    private static final Minutes minutes = Minutes.ofCountyHours();
    private static final WorkCalendar calendar = BundledYears.county();

    @Test
    void addingWorkingTimeWalksTheOpenMinutes() {
        everySeed(random -> {
            var start = minutes.someMinute(random, MARGIN);
            int length = random.nextInt(LONGEST);
            assertThat(calendar.addWorking(start, Duration.ofMinutes(length))).isEqualTo(minutes.add(start, length));
        });
    }

    @Test
    void subtractingWorkingTimeWalksTheOpenMinutesBack() {
        everySeed(random -> {
            var end = minutes.someMinute(random, MARGIN);
            int length = random.nextInt(LONGEST);
            assertThat(calendar.subtractWorking(end, Duration.ofMinutes(length)))
                    .isEqualTo(minutes.subtract(end, length));
        });
    }

    @Test
    void workingTimeBetweenIsTheNumberOfOpenMinutes() {
        everySeed(random -> {
            var one = minutes.someMinute(random, 0);
            var other = one.plus(Duration.ofMinutes(random.nextInt(MARGIN * 1440)));
            var to = other.isAfter(lastMinute()) ? lastMinute() : other;
            assertThat(calendar.workingBetween(one, to)).isEqualTo(Duration.ofMinutes(minutes.between(one, to)));
        });
    }

    @Test
    void whatWasAddedLiesBetween() {
        everySeed(random -> {
            var start = minutes.someMinute(random, MARGIN).plusMillis(random.nextInt(60_000));
            var length = Duration.ofMillis(random.nextLong(LONGEST * 60_000L));
            assertThat(calendar.workingBetween(start, calendar.addWorking(start, length)))
                    .isEqualTo(length);
        });
    }

    @Test
    void subtractingWhatWasAddedComesBackToAnOpenStart() {
        everySeed(random -> {
            var minute = minutes.someMinute(random, MARGIN);
            var length = Duration.ofMillis(random.nextLong(LONGEST * 60_000L));
            if (minutes.isOpen(minute)) {
                var start = minute.plusMillis(random.nextInt(60_000));
                assertThat(calendar.subtractWorking(calendar.addWorking(start, length), length))
                        .isEqualTo(start);
            }
        });
    }

    @Test
    void summerHoursDutySaturdaysAndHolidayDutyFollowTheOracle() {
        var summer = LocalDate.of(2023, 6, 1);
        var morning = List.of(TimeSpan.of(LocalTime.of(9, 0), LocalTime.of(12, 0)));
        var schedule = new Schedule(
                new ScheduleId("duty"),
                "值班单位",
                List.of(
                        new WorkingHours(LocalDate.of(2010, 1, 1), Map.of(
                                DayKind.WORKDAY, countyHours(),
                                DayKind.SATURDAY, morning)),
                        new WorkingHours(summer, Map.of(
                                DayKind.WORKDAY, countyHours(),
                                DayKind.SUNDAY, morning,
                                DayKind.HOLIDAY, List.of(TimeSpan.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))))));
        assertFollowsOracle(calendar.under(schedule), summer);
    }

    private static void assertFollowsOracle(WorkCalendar duty, LocalDate summer) {
        var before = new Minutes((kind, time) -> switch (kind) {
            case WORKDAY -> Minutes.inOfficeHours(time);
            case SATURDAY -> time.getHour() >= 9 && time.getHour() < 12;
            case SUNDAY, HOLIDAY -> false;
        });
        var after = new Minutes((kind, time) -> switch (kind) {
            case WORKDAY -> Minutes.inOfficeHours(time);
            case SATURDAY -> false;
            case SUNDAY -> time.getHour() >= 9 && time.getHour() < 12;
            case HOLIDAY -> true;
        });
        var change = summer.atStartOfDay(Times.ZONE).toInstant();
        everySeed(random -> {
            var from = before.someMinute(random, MARGIN);
            var to = from.plus(Duration.ofMinutes(random.nextInt(LONGEST)));
            int open = to.isBefore(change)
                    ? before.between(from, to)
                    : from.isBefore(change)
                            ? before.between(from, change) + after.between(change, to)
                            : after.between(from, to);
            assertThat(duty.workingBetween(from, to)).isEqualTo(Duration.ofMinutes(open));
        });
    }

    private static List<TimeSpan> countyHours() {
        return Schedule.county().hours().getFirst().on(DayKind.WORKDAY);
    }

    private static Instant lastMinute() {
        return Minutes.LAST.atTime(23, 59).atZone(Times.ZONE).toInstant();
    }

    static void everySeed(Consumer<RandomGenerator> fact) {
        for (int seed = 0; seed < CASES; seed++) {
            try {
                fact.accept(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
