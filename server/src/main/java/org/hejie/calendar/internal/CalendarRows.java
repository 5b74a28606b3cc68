package org.hejie.calendar.internal;

import java.time.Clock;
import org.hejie.calendar.CalendarVersion;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers under which changes are kept. */
@Component
class CalendarRows {

    /** Any fixed number, ours alone among the advisory locks: "cal" in ASCII. */
    private static final long CHANGING = 0x63616cL;

    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Changes go one after the other, so that numbers become visible in order. Held until the transaction ends. */
    void lockForChange() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", CHANGING).query().singleRow();
    }

    /** The number of a new change. */
    CalendarVersion newVersion() {
        long number = jdbc.sql("""
                insert into calendar.change (changed_at) values (:changedAt) returning number
                """)
            .param("changedAt", Times.utc(clock.instant()))
            .query(Long.class)
            .single();
        return new CalendarVersion(number);
    }

    /** The number of the last change, 0 before the first. */
    CalendarVersion version() {
        long number = jdbc.sql("select coalesce(max(number), 0) from calendar.change").query(Long.class).single();
        return new CalendarVersion(number);
    }
}
