package org.hejie.calendar.internal;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.UnknownSchedule;
import org.hejie.calendar.WorkCalendar;

/** One state of all years and hours, complete and immutable. */
record CalendarState(CalendarVersion version, SortedMap<String, WorkCalendar> calendars) {

    static CalendarState of(CalendarVersion version, Collection<HolidayYear> years, Collection<Schedule> schedules) {
        var county = WorkCalendar.of(years, county(schedules), version);
        var calendars = new TreeMap<String, WorkCalendar>();
        schedules.forEach(schedule -> calendars.put(schedule.id().value(), county.under(schedule)));
        return new CalendarState(version, calendars);
    }

    WorkCalendar calendar(ScheduleId schedule) {
        var calendar = calendars.get(schedule.value());
        if (calendar == null) {
            throw new UnknownSchedule(schedule);
        }
        return calendar;
    }

    List<Schedule> schedules() {
        return calendars.values().stream().map(WorkCalendar::schedule).toList();
    }

    /** The later of two states. */
    CalendarState orLater(CalendarState other) {
        return other.version.compareTo(version) > 0 ? other : this;
    }

    private static Schedule county(Collection<Schedule> schedules) {
        return schedules.stream()
                .filter(schedule -> schedule.id().equals(ScheduleId.COUNTY))
                .findFirst()
                .orElseThrow(() -> new UnknownSchedule(ScheduleId.COUNTY));
    }
}
