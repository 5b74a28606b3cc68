package org.hejie.calendar;

import java.util.List;

/**
 * The calendars now in force, held in memory: asking costs no query. A change takes effect here when
 * its transaction commits, and {@link CalendarChanged} tells of it.
 */
public interface Calendars {

    /**
     * The calendar under these hours.
     *
     * @throws UnknownSchedule when there are no such hours
     */
    WorkCalendar calendar(ScheduleId schedule);

    /** The calendar under the county centre's hours. */
    WorkCalendar county();

    /** The state in force now: a deadline with an earlier one may have moved. */
    CalendarVersion version();

    /** All schedules of hours, by id. */
    List<Schedule> schedules();

    /** Puts in a year, or corrects one. The same content again changes nothing and tells nothing. */
    void announce(HolidayYear year);

    /** Puts in a schedule of hours, or changes one. The same content again changes nothing and tells nothing. */
    void keep(Schedule schedule);
}
