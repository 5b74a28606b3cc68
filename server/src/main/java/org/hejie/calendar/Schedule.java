package org.hejie.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The opening hours one or more units keep, as they changed over the years.
 *
 * @param id what units refer to
 * @param name shown to staff, at most 80 characters
 * @param hours at least one, no two from the same day; the first also holds before its day
 */
public record Schedule(ScheduleId id, String name, List<WorkingHours> hours) {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    /** @throws InvalidSchedule when the name or the hours are not as above */
    public Schedule {
        if (name.isBlank() || name.length() > 80) {
            throw new InvalidSchedule(InvalidSchedule.Fault.BAD_NAME);
        }
        hours = hours.stream().sorted(Comparator.comparing(WorkingHours::from)).toList();
        if (hours.isEmpty()) {
            throw new InvalidSchedule(InvalidSchedule.Fault.NO_HOURS);
        }
        if (hours.stream().map(WorkingHours::from).distinct().count() < hours.size()) {
            throw new InvalidSchedule(InvalidSchedule.Fault.SAME_DAY_TWICE);
        }
    }

    /** The same hours on workdays all the year round, closed on other days. */
    public static Schedule weekdays(ScheduleId id, String name, TimeSpan... open) {
        return new Schedule(id, name, List.of(new WorkingHours(ALWAYS, Map.of(DayKind.WORKDAY, List.of(open)))));
    }

    /**
     * The county centre's: workdays 08:30–12:00 and 14:30–18:00, seven hours. What a county begins
     * with and then sets for itself; the hours of Yuzhong's offices are still to be verified.
     */
    public static Schedule county() {
        return weekdays(
                ScheduleId.COUNTY,
                "县综治中心",
                TimeSpan.of(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                TimeSpan.of(LocalTime.of(14, 30), LocalTime.of(18, 0)));
    }

    /** Open day and night, holidays included. */
    public static Schedule roundTheClock() {
        var allDay = List.of(TimeSpan.of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        return new Schedule(
                ScheduleId.ROUND_THE_CLOCK,
                "全天值守",
                List.of(new WorkingHours(
                        ALWAYS,
                        Map.of(
                                DayKind.WORKDAY, allDay,
                                DayKind.SATURDAY, allDay,
                                DayKind.SUNDAY, allDay,
                                DayKind.HOLIDAY, allDay))));
    }
}
