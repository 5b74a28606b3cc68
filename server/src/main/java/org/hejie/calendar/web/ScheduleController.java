package org.hejie.calendar.web;

import java.util.List;
import org.hejie.calendar.Calendars;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of opening hours, for everyone signed in; they are changed as a rule, by two people. */
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
}
