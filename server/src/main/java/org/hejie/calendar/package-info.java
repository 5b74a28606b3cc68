/**
 * Legal workdays with their make-up days (调休), opening hours, and working-time arithmetic.
 *
 * <p>{@link org.hejie.calendar.Calendars} gives the calendar now in force for a schedule of hours;
 * {@link org.hejie.calendar.WorkCalendar} reckons with it and explains each deadline. All dates are
 * days of Asia/Shanghai.
 */
@ApplicationModule(displayName = "calendar 工作日历", allowedDependencies = "shared")
@NullMarked
package org.hejie.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
