package org.hejie.calendar;

import java.time.LocalTime;

/**
 * Hours open without a break, in minutes of the day, Asia/Shanghai. The lunch break is the gap
 * between two spans.
 *
 * @param opensMinute 0 to 1439
 * @param closesMinute after {@code opensMinute}, at most 1440 (24:00); itself no longer open
 */
public record TimeSpan(int opensMinute, int closesMinute) {

    private static final int DAY = 24 * 60;

    public TimeSpan {
        if (opensMinute < 0 || closesMinute > DAY || opensMinute >= closesMinute) {
            throw new InvalidSchedule(InvalidSchedule.Fault.BAD_SPAN);
        }
    }

    /**
     * Reads two times of the day; 00:00 as the end means 24:00.
     *
     * @throws InvalidSchedule when a time has seconds or the span is empty
     */
    public static TimeSpan of(LocalTime opens, LocalTime closes) {
        return new TimeSpan(minute(opens), closes.equals(LocalTime.MIDNIGHT) ? DAY : minute(closes));
    }

    private static int minute(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidSchedule(InvalidSchedule.Fault.BAD_SPAN);
        }
        return time.getHour() * 60 + time.getMinute();
    }
}
