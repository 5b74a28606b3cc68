package org.hejie.calendar.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hejie.calendar.BundledYears;
import org.hejie.calendar.CalendarChanged;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.Schedule;
import org.hejie.calendar.ScheduleId;
import org.hejie.calendar.WorkCalendar;
import org.hejie.shared.database.ReferenceChanged;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the state in force; until the database is read it is the bundled one. */
@Service
class CalendarsInForce implements Calendars {

    private static final List<Schedule> FIRST_SCHEDULES = List.of(Schedule.county(), Schedule.roundTheClock());

    private final CalendarRows changes;
    private final HolidayYearRows years;
    private final ScheduleRows schedules;
    private final ApplicationEventPublisher events;
    private final String county;
    private final AtomicReference<CalendarState> inForce = new AtomicReference<>(
        CalendarState.of(CalendarVersion.BUNDLED, BundledYears.all(), FIRST_SCHEDULES));

    CalendarsInForce(
            CalendarRows changes,
            HolidayYearRows years,
            ScheduleRows schedules,
            ApplicationEventPublisher events,
            @Value("${hejie.county}") String county) {
        this.changes = changes;
        this.years = years;
        this.schedules = schedules;
        this.events = events;
        this.county = county;
    }

    @Override
    public WorkCalendar calendar(ScheduleId schedule) {
        return inForce.get().calendar(schedule);
    }

    @Override
    public WorkCalendar county() {
        return calendar(ScheduleId.COUNTY);
    }

    @Override
    public CalendarVersion version() {
        return inForce.get().version();
    }

    @Override
    public List<Schedule> schedules() {
        return inForce.get().schedules();
    }

    @Override
    @Transactional
    public void announce(HolidayYear year) {
        changes.lockForChange();
        if (!years.all().contains(year)) {
            tellOf(year, insert(year));
            enforceAfterCommit();
        }
    }

    @Override
    @Transactional
    public void keep(Schedule schedule) {
        changes.lockForChange();
        if (!schedules.all().contains(schedule)) {
            var version = insert(schedule);
            events.publishEvent(new CalendarChanged(county, version, null, schedule.id()));
            enforceAfterCommit();
        }
    }

    /**
     * Reads the database into memory, after putting in what is bundled and not there yet. What is there
     * stays as it is. A year that came with a new release is told as a change, the first years are not.
     */
    @Transactional
    public void open() {
        changes.lockForChange();
        boolean atFirst = changes.version().equals(CalendarVersion.BUNDLED);
        var knownSchedules = schedules.all().stream().map(Schedule::id).toList();
        FIRST_SCHEDULES.stream()
            .filter(schedule -> !knownSchedules.contains(schedule.id()))
            .forEach(this::insert);
        var knownYears = years.all().stream().map(HolidayYear::year).toList();
        for (var year : BundledYears.all()) {
            if (!knownYears.contains(year.year())) {
                var version = insert(year);
                if (!atFirst) {
                    tellOf(year, version);
                }
            }
        }
        enforceAfterCommit();
    }

    /** Another node changed days or hours; it told of it, and here they are only read. */
    @EventListener
    @Transactional(readOnly = true)
    public void on(ReferenceChanged changed) {
        if (changed.what().equals("calendar")) {
            var state = CalendarState.of(changes.version(), years.all(), schedules.all());
            inForce.accumulateAndGet(state, CalendarState::orLater);
        }
    }

    private CalendarVersion insert(HolidayYear year) {
        var version = changes.newVersion();
        years.insert(year, version);
        return version;
    }

    private CalendarVersion insert(Schedule schedule) {
        var version = changes.newVersion();
        schedules.insert(schedule, version);
        return version;
    }

    private void tellOf(HolidayYear year, CalendarVersion version) {
        events.publishEvent(new CalendarChanged(county, version, year.year(), null));
    }

    /** Before any listener hears of the change, so that they reckon with it. */
    private void enforceAfterCommit() {
        var state = CalendarState.of(changes.version(), years.all(), schedules.all());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCommit() {
                inForce.accumulateAndGet(state, CalendarState::orLater);
            }
        });
    }
}
