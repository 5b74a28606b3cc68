package org.hejie.calendar.web;

import java.util.Locale;
import org.hejie.calendar.InvalidHolidayYear;
import org.hejie.calendar.MalformedLimit;
import org.hejie.calendar.OutsideCalendar;
import org.hejie.calendar.UnknownSchedule;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemDocuments;
import org.hejie.shared.web.ProblemType;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The calendar's refusals as problem documents, in whatever module's request they arise. */
@RestControllerAdvice
@Order(0)
class CalendarProblems {

    private final ProblemDocuments documents;

    CalendarProblems(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MalformedLimit malformed, Locale locale) {
        return documents.answer(Problem.field("limit", "MALFORMED_LIMIT"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(UnknownSchedule unknown, Locale locale) {
        return documents.answer(Problem.field("schedule", "UNKNOWN"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OutsideCalendar outside, Locale locale) {
        return documents.answer(Problem.of(ProblemType.RULE_REFUSED, "OUTSIDE_CALENDAR"), locale);
    }

    /** The path names the day: {@code days[2027-10-01]}. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidHolidayYear invalid, Locale locale) {
        var path = invalid.day() == null ? "year" : "days[" + invalid.day() + "]";
        return documents.answer(Problem.field(path, invalid.fault().name()), locale);
    }
}
