package org.hejie.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.function.LongUnaryOperator;
import org.hejie.shared.Times;

/**
 * Legal days and one schedule as sums: hours open and workdays before each day. Every question is
 * an array look-up or a binary search.
 */
final class WorkingTimeline {

    private final LegalDays days;
    private final DayHours[] hours;
    private final DayHours[] workdayHours;
    private final long[] openBefore;
    private final int[] workdaysBefore;

    WorkingTimeline(LegalDays days, Schedule schedule) {
        this.days = days;
        hours = new DayHours[days.size()];
        workdayHours = new DayHours[days.size()];
        openBefore = new long[days.size() + 1];
        workdaysBefore = new int[days.size() + 1];
        var built = new IdentityHashMap<Object, DayHours>();
        var inForce = schedule.hours().iterator();
        var current = inForce.next();
        var next = inForce.hasNext() ? inForce.next() : null;
        for (int i = 0; i < days.size(); i++) {
            while (next != null && !days.day(i).isBefore(next.from())) {
                current = next;
                next = inForce.hasNext() ? inForce.next() : null;
            }
            var workday = current.on(DayKind.WORKDAY);
            var today = current.on(days.kind(i));
            workdayHours[i] = built.computeIfAbsent(workday, spans -> new DayHours(workday));
            hours[i] = built.computeIfAbsent(today, spans -> new DayHours(today));
            openBefore[i + 1] = openBefore[i] + hours[i].total();
            workdaysBefore[i + 1] = workdaysBefore[i] + (days.kind(i) == DayKind.WORKDAY ? 1 : 0);
        }
    }

    /** Hours open between two instants, the second not before the first. */
    Duration open(Instant from, Instant to) {
        return Duration.ofNanos(open(to) - open(from));
    }

    /** The first instant by which so much was open since {@code start}. */
    Instant add(Instant start, Duration working) {
        return working.isZero() ? start : earliest(Math.addExact(open(start), working.toNanos()));
    }

    /** The last instant from which so much is open until {@code end}. */
    Instant subtract(Instant end, Duration working) {
        return working.isZero() ? end : latest(open(end) - working.toNanos());
    }

    /** The instant itself while open, else the next opening. */
    Instant nextOpen(Instant at) {
        return latest(open(at));
    }

    boolean isOpen(LocalDate day) {
        return hours[days.index(day)].total() > 0;
    }

    /** How long a workday is by the hours in force on this day, whatever the day itself is. */
    Duration workdayLength(LocalDate day) {
        return Duration.ofNanos(workdayHours[days.index(day)].total());
    }

    /** The close of business, or 24:00 where the day has no hours. */
    Instant end(LocalDate day) {
        return instant(days.index(day), hours[days.index(day)].close());
    }

    boolean isWorkday(LocalDate day) {
        return days.kind(days.index(day)) == DayKind.WORKDAY;
    }

    /** The {@code count}-th workday after (below zero: before) the day, which is not counted. */
    LocalDate plusWorkdays(LocalDate day, int count) {
        int index = days.index(day);
        if (count == 0) {
            return day;
        }
        long ordinal = count > 0 ? (long) workdaysBefore[index + 1] + count : (long) workdaysBefore[index] + 1 + count;
        if (ordinal < 1 || ordinal > workdaysBefore[days.size()]) {
            throw days.outside();
        }
        return days.day(firstDayReaching(ordinal, i -> workdaysBefore[(int) i]));
    }

    /** Workdays after {@code from} up to and with {@code to}. */
    int workdays(LocalDate from, LocalDate to) {
        return workdaysBefore[days.index(to) + 1] - workdaysBefore[days.index(from) + 1];
    }

    private long open(Instant at) {
        var local = at.atZone(Times.ZONE);
        int index = days.index(local.toLocalDate());
        return openBefore[index] + hours[index].openBefore(local.toLocalTime().toNanoOfDay());
    }

    private Instant earliest(long open) {
        if (open > openBefore[days.size()]) {
            throw days.outside();
        }
        int index = firstDayReaching(open, i -> openBefore[(int) i]);
        return instant(index, hours[index].earliest(open - openBefore[index]));
    }

    private Instant latest(long open) {
        if (open < 0 || open >= openBefore[days.size()]) {
            throw days.outside();
        }
        int index = firstDayReaching(open + 1, i -> openBefore[(int) i]);
        return instant(index, hours[index].latest(open - openBefore[index]));
    }

    /** The first day by whose end the sum has reached the target. */
    private int firstDayReaching(long target, LongUnaryOperator sumBefore) {
        int low = 0;
        int high = days.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sumBefore.applyAsLong(middle + 1) >= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Instant instant(int index, long nanoOfDay) {
        return days.day(index).atStartOfDay(Times.ZONE).toInstant().plusNanos(nanoOfDay);
    }
}
