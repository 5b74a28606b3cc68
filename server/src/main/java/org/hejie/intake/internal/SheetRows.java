package org.hejie.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.intake.LineDay.Sheet;
import org.hejie.intake.LineFigures;
import org.hejie.intake.ReconciledKind;
import org.hejie.intake.ReconciledRow;
import org.hejie.intake.internal.LineDayRows.Question;
import org.hejie.matter.SourceLine;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that persons have signed for, with their rows as they were then. Written once. */
@Repository
class SheetRows {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;

    SheetRows(JdbcClient jdbc, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    /** The revisions of a day, the newest first. */
    List<Sheet> of(SourceLine line, LocalDate day) {
        return jdbc.sql("""
                select revision, said, received, refused, waiting, merged, late, missing, repeated, asked, unannounced, note,
                       signed_by, signed_at
                  from intake.line_sheet
                 where line = :line and day = :day
                 order by revision desc
                """).param("line", line.digit()).param("day", day).query((row, number) -> sheet(row)).list();
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        var figures = new LineFigures(row.getObject("said", Integer.class), row.getInt("received"), row.getInt("refused"),
                row.getInt("waiting"), row.getInt("merged"), row.getInt("late"), row.getInt("missing"), row.getInt("repeated"),
                row.getInt("asked"), row.getInt("unannounced"));
        return new Sheet(row.getInt("revision"), figures, row.getString("note"),
                staff.displayName(new StaffId(row.getLong("signed_by"))).orElse(null),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    /** One who signs at a time; the second then sees what the first has signed. */
    void lock(SourceLine line, LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(2000 + :line, :day::date - date '2000-01-01')").param("line", line.digit()).param("day", day)
                .query((row, number) -> true).single();
    }

    /** Keeps figures and rows as they are now. */
    void add(long id, Question question, int revision, LineFigures figures, @Nullable String note, long by, Instant at, long[] visibleTo) {
        jdbc.sql("""
                insert into intake.line_sheet (id, line, day, revision, said, received, refused, waiting, merged, late, missing,
                    repeated, asked, unannounced, note, signed_by, signed_at, visible_to)
                values (:id, :line, :day, :revision, :said, :received, :refused, :waiting, :merged, :late, :missing,
                    :repeated, :asked, :unannounced, :note, :by, :at, :visibleTo)
                """)
                .param("id", id).param("line", question.line().digit()).param("day", question.day()).param("revision", revision)
                .param("said", figures.said()).param("received", figures.received()).param("refused", figures.refused())
                .param("waiting", figures.waiting()).param("merged", figures.merged()).param("late", figures.late())
                .param("missing", figures.missing()).param("repeated", figures.repeated()).param("asked", figures.asked())
                .param("unannounced", figures.unannounced()).param("note", note).param("by", by).param("at", Times.utc(at))
                .param("visibleTo", visibleTo).update();
        question.bind(jdbc.sql("""
                insert into intake.line_sheet_row (sheet_id, no, kind, outside_no, submission_id, matter_id, matter_code, came_at,
                    times, codes, asked_at)
                """ + LineDayRows.ENTRIES + """
                select :id, row_number() over (order by rank, coalesce(outside_no, '') collate "C", coalesce(submission_id, matter_id, 0)),
                       kind, coalesce(outside_no, ''), submission_id, matter_id, matter_code, at, times, codes, asked_at
                  from row
                """)).param("id", id).update();
    }

    Page<ReconciledRow> rows(SourceLine line, LocalDate day, int revision, @Nullable ReconciledKind kind, @Nullable String cursor, int limit) {
        List<Numbered> found = jdbc.sql("""
                select r.no, r.kind, r.outside_no, r.submission_id, r.matter_id, r.matter_code, r.came_at as at, r.times, r.codes, r.asked_at
                  from intake.line_sheet s
                  join intake.line_sheet_row r on r.sheet_id = s.id
                 where s.line = :line and s.day = :day and s.revision = :revision
                   and (:kind::text is null or r.kind = :kind or :kind = 'RECEIVED' and r.kind in ('MERGED', 'WAITING'))
                   and r.no > :after
                 order by r.no
                 limit :limit
                """)
                .param("line", line.digit()).param("day", day).param("revision", revision)
                .param("kind", kind == null ? null : kind.name()).param("after", number(cursor)).param("limit", limit + 1)
                .query((row, number) -> new Numbered(row.getInt("no"), LineDayRows.row(row))).list();
        Page<Numbered> page = Page.of(found, limit, last -> Cursor.encode(last.no()), null);
        return new Page<>(page.items().stream().map(Numbered::row).toList(), page.nextCursor(), null);
    }

    private record Numbered(int no, ReconciledRow row) {
    }

    private static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
