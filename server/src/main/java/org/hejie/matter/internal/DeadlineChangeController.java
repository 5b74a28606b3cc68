package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.matter.procedure.ClockRule;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.matter.procedure.Procedures;
import org.hejie.matter.procedure.Wording;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which deadlines moved because the calendar changed: of one matter, and of all in the scope. */
@RestController
class DeadlineChangeController {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Procedures procedures;

    DeadlineChangeController(JdbcClient jdbc, Procedures procedures) {
        this.jdbc = jdbc;
        this.procedures = procedures;
    }

    /**
     * One deadline that moved.
     *
     * @param clock           key of the clock in the procedure
     * @param calendarVersion the state of the calendar it was reckoned by anew
     */
    record DeadlineChange(String clock, Instant oldDueAt, Instant newDueAt, long calendarVersion, Instant changedAt) {
    }

    /**
     * A deadline that moved, in a list of matters.
     *
     * @param clock the name of the clock
     */
    record MovedDeadline(long matterId, String code, String title, String clockKey, Wording clock, Instant oldDueAt,
            Instant newDueAt, Instant changedAt) {
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
                .query((row, number) -> new DeadlineChange(row.getString("key"), at(row, "old_due_at"), at(row, "new_due_at"),
                        row.getLong("calendar_version"), at(row, "changed_at")))
                .list();
    }

    /** Of every matter in the scope, the newest first. */
    @GetMapping("/api/v1/deadline-changes")
    @Transactional(readOnly = true)
    public Page<MovedDeadline> all(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        List<String> after = cursor == null ? List.of("9999-12-31T00:00:00Z", "0", "") : Cursor.decode(cursor, 3);
        List<MovedDeadline> rows = jdbc.sql("""
                select c.matter_id, m.code, m.title, m.procedure_id, m.procedure_version, c.key, c.old_due_at, c.new_due_at,
                       c.changed_at
                  from matter.deadline_change c
                  join matter.matter m on m.id = c.matter_id
                 where (c.changed_at, c.matter_id, c.key) < (:at, :id, :key)
                 order by c.changed_at desc, c.matter_id desc, c.key desc
                 limit :rows
                """)
                .param("at", Times.utc(moment(after.get(0)))).param("id", number(after.get(1))).param("key", after.get(2))
                .param("rows", limit + 1)
                .query((row, number) -> moved(row))
                .list();
        return Page.of(rows, limit, last -> Cursor.encode(last.changedAt(), last.matterId(), last.clockKey()), null);
    }

    private MovedDeadline moved(ResultSet row) throws SQLException {
        String key = row.getString("key");
        ClockRule rule = procedures.get(new ProcedureId(row.getString("procedure_id")), row.getInt("procedure_version"))
                .clocks().get(key);
        return new MovedDeadline(row.getLong("matter_id"), row.getString("code"), row.getString("title"), key,
                rule == null ? new Wording(key, key) : rule.name(), at(row, "old_due_at"), at(row, "new_due_at"),
                at(row, "changed_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
