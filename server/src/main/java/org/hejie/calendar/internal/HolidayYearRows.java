package org.hejie.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hejie.calendar.CalendarVersion;
import org.hejie.calendar.Holiday;
import org.hejie.calendar.HolidayYear;
import org.hejie.calendar.MakeUpDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announced years as rows: one for each day off and each make-up day. */
@Component
class HolidayYearRows {

    private record DayRow(int year, LocalDate day, String kind, String name) {}

    private record YearRow(int year, List<String> papers) {}

    private final JdbcClient jdbc;

    HolidayYearRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The years as they hold now. */
    List<HolidayYear> all() {
        Map<Integer, List<DayRow>> days = jdbc.sql("""
                select d.year, d.day, d.kind, d.name
                  from calendar.special_day d
                 where d.version = (select max(y.version) from calendar.holiday_year y where y.year = d.year)
                 order by d.year, d.day
                """)
            .query(DayRow.class)
            .stream()
            .collect(Collectors.groupingBy(DayRow::year));
        return years().stream()
            .map(year -> assemble(year, days.getOrDefault(year.year(), List.of())))
            .toList();
    }

    void insert(HolidayYear year, CalendarVersion version) {
        jdbc.sql("""
                insert into calendar.holiday_year (year, version, papers)
                values (:year, :version, :papers)
                """)
            .param("year", year.year())
            .param("version", version.number())
            .param("papers", year.papers().toArray(String[]::new))
            .update();
        for (var holiday : year.holidays()) {
            holiday.days().forEach(day -> insertDay(year.year(), version, day, "off", holiday.name()));
        }
        for (var makeUp : year.makeUpDays()) {
            insertDay(year.year(), version, makeUp.on(), "work", makeUp.name());
        }
    }

    private List<YearRow> years() {
        return jdbc.sql("""
                select distinct on (year) year, papers
                  from calendar.holiday_year
                 order by year, version desc
                """)
            .query(HolidayYearRows::year)
            .list();
    }

    private void insertDay(int year, CalendarVersion version, LocalDate day, String kind, String name) {
        jdbc.sql("""
                insert into calendar.special_day (year, version, day, kind, name)
                values (:year, :version, :day, :kind, :name)
                """)
            .param("year", year)
            .param("version", version.number())
            .param("day", day)
            .param("kind", kind)
            .param("name", name)
            .update();
    }

    private static YearRow year(ResultSet row, int number) throws SQLException {
        return new YearRow(row.getInt("year"), List.of((String[]) row.getArray("papers").getArray()));
    }

    private static HolidayYear assemble(YearRow year, List<DayRow> days) {
        var off = days.stream()
            .filter(day -> day.kind().equals("off"))
            .map(day -> new Holiday(day.name(), day.day(), day.day()))
            .toList();
        var worked = days.stream()
            .filter(day -> day.kind().equals("work"))
            .map(day -> new MakeUpDay(day.name(), day.day()))
            .toList();
        return new HolidayYear(year.year(), year.papers(), off, worked);
    }
}
