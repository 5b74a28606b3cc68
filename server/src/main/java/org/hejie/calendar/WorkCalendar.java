package org.hejie.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The legal workdays together with one schedule of opening hours: what a unit's clocks run by.
 * Immutable, safe to share; all reckoning is O(log n) in the days covered. Days and hours are those
 * of Asia/Shanghai. Every method throws {@link OutsideCalendar} for times the calendar does not
 * reach (ten years around the announced ones).
 *
 * <pre>{@code
 * calendars.county().due(clock.instant(), Limit.parse("3wd")).dueAt();
 * }</pre>
 */
public final class WorkCalendar {

    private final LegalDays days;
    private final WorkingTimeline timeline;
    private final Schedule schedule;
    private final CalendarVersion version;

    private WorkCalendar(LegalDays days, Schedule schedule, CalendarVersion version) {
        this.days = days;
        this.timeline = new WorkingTimeline(days, schedule);
        this.schedule = schedule;
        this.version = version;
    }

    /** A calendar of these announced years, at least one, and these hours. */
    public static WorkCalendar of(Collection<HolidayYear> announced, Schedule schedule, CalendarVersion version) {
        return new WorkCalendar(LegalDays.of(announced), schedule, version);
    }

    /** The same days and version under other hours. */
    public WorkCalendar under(Schedule other) {
        return new WorkCalendar(days, other, version);
    }

    /** The hours this calendar keeps. */
    public Schedule schedule() {
        return schedule;
    }

    /** What every deadline reckoned here names as its version. */
    public CalendarVersion version() {
        return version;
    }

    /** The years announced, in order. */
    public List<HolidayYear> years() {
        return days.years();
    }

    /** What the day is in law; a day of a year not announced follows the week. */
    public DayKind kind(LocalDate day) {
        return days.kind(days.index(day));
    }

    /** The holiday a day off or a make-up day belongs to, such as 春节; empty for ordinary days. */
    public Optional<String> name(LocalDate day) {
        return Optional.ofNullable(days.name(day));
    }

    /** A legal workday, make-up days included. A duty Saturday is open, but no workday. */
    public boolean isWorkday(LocalDate day) {
        return timeline.isWorkday(day);
    }

    /** Whether the unit has hours on this day: workdays and duty days. */
    public boolean isOpen(LocalDate day) {
        return timeline.isOpen(day);
    }

    /** Whether a year not announced yet could still change this day. */
    public boolean isProvisional(LocalDate day) {
        return !days.unannounced(day, day).isEmpty();
    }

    /** The years not announced that could change a day from {@code from} to {@code to}, both included, in order. */
    public List<Integer> unannouncedYears(LocalDate from, LocalDate to) {
        requireOrder(!to.isBefore(from));
        return List.copyOf(days.unannounced(from, to));
    }

    /**
     * The first instant by which the unit has been open for so long since {@code start}; the start
     * itself for no time.
     *
     * @throws IllegalArgumentException when the time is negative
     */
    public Instant addWorking(Instant start, Duration working) {
        requireForward(working);
        return timeline.add(start, working);
    }

    /**
     * The last instant from which the unit is open for so long until {@code end}; the end itself
     * for no time.
     *
     * @throws IllegalArgumentException when the time is negative
     */
    public Instant subtractWorking(Instant end, Duration working) {
        requireForward(working);
        return timeline.subtract(end, working);
    }

    /**
     * How long the unit is open between two instants.
     *
     * @throws IllegalArgumentException when the end is before the start
     */
    public Duration workingBetween(Instant start, Instant end) {
        requireOrder(!end.isBefore(start));
        return timeline.open(start, end);
    }

    /** The {@code count}-th workday after the day (before it, below zero); the day itself for 0. */
    public LocalDate plusWorkdays(LocalDate day, int count) {
        return timeline.plusWorkdays(day, count);
    }

    /**
     * The workdays after {@code from} up to and with {@code to}: the starting day is not counted.
     *
     * @throws IllegalArgumentException when {@code to} is before {@code from}
     */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        requireOrder(!to.isBefore(from));
        return timeline.workdays(from, to);
    }

    /** When something begun at {@code start} is due, and why. */
    public Deadline due(Instant start, Limit limit) {
        return due(start, limit, List.of(), List.of());
    }

    /** As {@link #due(Instant, Limit)}, with the clock standing still during the pauses. */
    public Deadline dueWithPauses(Instant start, Limit limit, List<Pause> pauses) {
        return due(start, limit, List.of(), pauses);
    }

    /**
     * When something begun at {@code start} is due, and why. Rules: {@link Rule}.
     *
     * <p>Extensions of the same unit add to the limit; one of another unit runs on from where the
     * term before it ended. Pauses may overlap and come in any order; what lies before the start
     * does not matter. A day does not count when the clock stands still at its end.
     *
     * @throws MalformedLimit when limit and extensions together are too large
     */
    public Deadline due(Instant start, Limit limit, List<Limit> extensions, List<Pause> pauses) {
        return new Reckoning(schedule.id(), version, days, timeline, start, pauses).due(limit, extensions);
    }

    private static void requireForward(Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time is not negative");
        }
    }

    private static void requireOrder(boolean inOrder) {
        if (!inOrder) {
            throw new IllegalArgumentException("the end is before the start");
        }
    }
}
