package org.hejie.calendar.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.calendar.Holiday;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.MakeUpDay;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** A year as the administrator types it from the paper. */
record YearRequest(
        @Nullable List<String> papers, @Nullable List<Off> holidays, @Nullable List<Worked> makeUpDays) {

    record Off(@Nullable String name, @Nullable LocalDate from, @Nullable LocalDate to) {

        Holiday holiday() {
            return new Holiday(name, from, to);
        }
    }

    record Worked(@Nullable String name, @Nullable LocalDate on) {

        MakeUpDay makeUpDay() {
            return new MakeUpDay(name, on);
        }
    }

    /** @throws Problem naming every field that is missing */
    HolidayYear announced(int year) {
        requireAll();
        return new HolidayYear(
            year,
            papers,
            holidays.stream().map(Off::holiday).toList(),
            makeUpDays == null ? List.of() : makeUpDays.stream().map(Worked::makeUpDay).toList());
    }

    private void requireAll() {
        var fields = new Problem.Fields()
            .reject(papers == null, "papers", "REQUIRED")
            .reject(holidays == null, "holidays", "REQUIRED");
        for (int i = 0; papers != null && i < papers.size(); i++) {
            fields.reject(papers.get(i) == null, "papers[" + i + "]", "REQUIRED");
        }
        for (int i = 0; holidays != null && i < holidays.size(); i++) {
            var off = holidays.get(i);
            boolean missing = off == null || off.name == null || off.from == null || off.to == null;
            fields.reject(missing, "holidays[" + i + "]", "REQUIRED");
        }
        for (int i = 0; makeUpDays != null && i < makeUpDays.size(); i++) {
            var worked = makeUpDays.get(i);
            fields.reject(worked == null || worked.name == null || worked.on == null, "makeUpDays[" + i + "]", "REQUIRED");
        }
        fields.done();
    }
}
