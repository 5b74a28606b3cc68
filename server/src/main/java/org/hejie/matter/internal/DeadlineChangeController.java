package org.hejie.matter.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells which deadlines of a matter moved because the calendar changed. */
@RestController
class DeadlineChangeController {

    private final JdbcClient jdbc;

    DeadlineChangeController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One deadline that moved.
     *
     * @param clock           key of the clock in the procedure
     * @param calendarVersion the state of the calendar it was reckoned by anew
     */
    record DeadlineChange(String clock, Instant oldDueAt, Instant newDueAt, long calendarVersion, Instant changedAt) {
    }

    /** The newest first; none for a matter outside the scope. */
    @GetMapping("/api/v1/matters/{id}/deadline-changes")
    @Transactional(readOnly = true)
    public List<DeadlineChange> changes(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return jdbc.sql("""
                select key, old_due_at, new_due_at, calendar_version, changed_at
                  from matter.deadline_change
                 where matter_id = :id
                 order by changed_at desc, key
                """)
                .param("id", id)
                .query((row, number) -> new DeadlineChange(row.getString("key"),
                        row.getObject("old_due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("new_due_at", OffsetDateTime.class).toInstant(), row.getLong("calendar_version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
