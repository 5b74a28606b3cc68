package org.hejie.calendar;

import org.jspecify.annotations.Nullable;

/**
 * Days or hours have changed, and open deadlines are to be reckoned again. Told once for each change,
 * after it is committed.
 *
 * @param county code of the county, such as {@code 620123}
 * @param version the state after the change
 * @param year the year put in or corrected; its paper may touch the December before. Null when hours changed
 * @param schedule the hours put in or changed; null when a year changed
 */
public record CalendarChanged(
        String county, CalendarVersion version, @Nullable Integer year, @Nullable ScheduleId schedule) {}
