package org.hejie.calendar.web;

import java.util.List;
import org.hejie.calendar.Calendars;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of opening hours, for everyone signed in; changing them is the system administrator's. */
@RestController
@RequestMapping("/api/v1/calendar/schedules")
class ScheduleController {

    /** All schedules: they are few. */
    record Schedules(List<ScheduleBody> items) {}

    private final Calendars calendars;

    ScheduleController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    Schedules all() {
        return new Schedules(calendars.schedules().stream().map(ScheduleBody::of).toList());
    }

    /** Puts in a schedule or changes it; open deadlines are reckoned again. */
    @PutMapping("/{id}")
    @PreAuthorize("hasRole('SYSTEM_ADMIN')")
    ScheduleBody keep(@PathVariable String id, @RequestBody ScheduleBody body) {
        var schedule = body.schedule(CalendarController.scheduleId(id));
        calendars.keep(schedule);
        return ScheduleBody.of(schedule);
    }
}
