package org.hejie.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hejie.audit.ExportRow;
import org.hejie.audit.ExportRow.State;
import org.hejie.org.Actor;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.export.ExportOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exports as rows. */
@Repository
class ExportStore {

    private static final Duration APPROVAL_LASTS = Duration.ofDays(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int BASE = 36;
    private static final String ROWS = """
            select id, number, list, path, rows, personal_rows, wanted_by, wanted_kind, wanted_at, purpose, asked_at,
                   decided_by, approved, opinion, valid_until, taken_at
              from audit.export
            """;

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final Ids ids;
    private final Clock clock;

    ExportStore(JdbcClient jdbc, StaffDirectory directory, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes it down, as taken or as wanted; its number on the file. */
    String add(ExportOrder order, Actor by, boolean taken) {
        long id = ids.next();
        Instant now = clock.instant();
        String number = "EX" + DAY.format(Times.dateOf(now)) + "-" + Long.toString(id, BASE).toUpperCase();
        jdbc.sql("""
                insert into audit.export (id, number, list, path, rows, personal_rows, wanted_by, wanted_kind, wanted_at, taken_at)
                values (:id, :number, :list, :path, :rows, :personal, :by, :kind, :now, case when :taken then :now end)
                """)
                .param("id", id).param("number", number).param("list", order.list()).param("path", order.path())
                .param("rows", order.rows()).param("personal", order.personalRows()).param("by", by.id())
                .param("kind", by.kind().name()).param("now", Times.utc(now)).param("taken", taken)
                .update();
        return number;
    }

    /** Whether the same file is wanted already, so that a second click asks for nothing new. */
    boolean isWanted(ExportOrder order, Actor by) {
        return jdbc.sql("""
                select exists (select from audit.export
                                where wanted_by = :by and path = :path and taken_at is null and decided_at is null
                                  and rows = :rows and wanted_at > :since)
                """)
                .param("by", by.id()).param("path", order.path()).param("rows", order.rows())
                .param("since", Times.utc(clock.instant().minus(APPROVAL_LASTS))).query(Boolean.class).single();
    }

    /** Takes what was approved for this person and this file, if it has no more rows than were approved. */
    Optional<String> takeApproved(ExportOrder order, Actor by) {
        return jdbc.sql("""
                update audit.export set taken_at = :now, rows = :rows, personal_rows = :personal
                 where id = (select id from audit.export
                              where wanted_by = :by and list = :list and path = :path and approved and taken_at is null
                                and valid_until > :now and personal_rows >= :personal
                              order by id limit 1 for no key update)
                returning number
                """)
                .param("now", Times.utc(clock.instant())).param("rows", order.rows()).param("personal", order.personalRows())
                .param("by", by.id()).param("list", order.list()).param("path", order.path())
                .query(String.class).optional();
    }

    Optional<ExportRow> hold(long id, Actor reader) {
        return jdbc.sql(ROWS + "where id = :id for no key update").param("id", id).query((row, number) -> export(row, reader)).optional();
    }

    void ask(long id, String purpose) {
        jdbc.sql("update audit.export set purpose = :purpose, asked_at = :now where id = :id")
                .param("purpose", purpose).param("now", Times.utc(clock.instant())).param("id", id).update();
    }

    void decide(long id, Actor by, boolean approved, @Nullable String opinion) {
        Instant now = clock.instant();
        jdbc.sql("""
                update audit.export set decided_by = :by, decided_at = :now, approved = :approved, opinion = :opinion,
                       valid_until = :until
                 where id = :id
                """)
                .param("by", by.id()).param("now", Times.utc(now)).param("approved", approved).param("opinion", opinion)
                .param("until", Times.utc(now.plus(APPROVAL_LASTS))).param("id", id)
                .update();
    }

    List<ExportRow> list(Actor reader, boolean all, boolean decides, long before, int limit) {
        return jdbc.sql(ROWS + """
                where id < :before and (:all or wanted_by = :reader or :decides and asked_at is not null)
                order by id desc limit :limit
                """)
                .param("before", before).param("all", all).param("reader", reader.id()).param("decides", decides)
                .param("limit", limit).query((row, number) -> export(row, reader)).list();
    }

    private ExportRow export(ResultSet row, Actor reader) throws SQLException {
        long by = row.getLong("wanted_by");
        Long decidedBy = row.getObject("decided_by", Long.class);
        return new ExportRow(row.getLong("id"), row.getString("number"), row.getString("list"), row.getString("path"),
                row.getLong("rows"), row.getLong("personal_rows"), by,
                row.getString("wanted_kind").equals("STAFF") ? name(by) : "", Objects.requireNonNull(time(row, "wanted_at")),
                row.getString("purpose"), state(row), decidedBy == null ? null : name(decidedBy), row.getString("opinion"),
                time(row, "taken_at"), by == reader.id());
    }

    private State state(ResultSet row) throws SQLException {
        if (row.getObject("taken_at") != null) {
            return State.TAKEN;
        }
        Boolean approved = row.getObject("approved", Boolean.class);
        if (approved == null) {
            return row.getObject("asked_at") == null ? State.WANTED : State.ASKED;
        }
        if (!approved) {
            return State.REFUSED;
        }
        return clock.instant().isBefore(Objects.requireNonNull(time(row, "valid_until"))) ? State.APPROVED : State.EXPIRED;
    }

    private String name(long staff) {
        return directory.displayName(new StaffId(staff)).orElse("");
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
