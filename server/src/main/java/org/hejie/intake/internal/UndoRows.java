package org.hejie.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportUndo.Why;
import org.hejie.intake.SubmissionId;
import org.hejie.matter.MatterId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of taking an import back. */
@Component
class UndoRows {

    private final JdbcClient jdbc;

    UndoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A registered row that is neither withdrawn nor kept yet. */
    record Open(SubmissionId submission, int row, MatterId matter, String code) {
    }

    /** A row that stays. */
    record KeptRow(int row, @Nullable Long matter, @Nullable String code, Why why) {
    }

    /** What the import says of it. */
    record Head(@Nullable String reason, @Nullable Instant at, int withdrawn) {
    }

    /** Takes it for this worker: ended, or left by one who is gone. False in any other state. */
    boolean begin(ImportId id, String reason, long by, String worker, Instant now, Duration span) {
        return jdbc.sql("""
                update intake.import
                   set state = 'UNDOING', undo_reason = coalesce(undo_reason, :reason), undone_by = :by,
                       worker = :worker, worker_until = :until
                 where id = :id and (state in ('FINISHED', 'FAILED') or state = 'UNDOING' and worker_until < :now)
                """).param("id", id.value()).param("reason", reason).param("by", by).param("worker", worker)
                .param("until", Times.utc(now.plus(span))).param("now", Times.utc(now)).update() == 1;
    }

    /** Still at work; false when another has taken it over. */
    boolean stay(ImportId id, String worker, Instant until) {
        return jdbc.sql("update intake.import set worker_until = :until where id = :id and state = 'UNDOING' and worker = :worker")
                .param("id", id.value()).param("worker", worker).param("until", Times.utc(until)).update() == 1;
    }

    void end(ImportId id, String worker, Instant at) {
        jdbc.sql("""
                update intake.import set state = 'UNDONE', undone_at = :at, worker = null, worker_until = null
                 where id = :id and state = 'UNDOING' and worker = :worker
                """).param("id", id.value()).param("worker", worker).param("at", Times.utc(at)).update();
    }

    List<Open> open(ImportId id, int most) {
        return jdbc.sql("""
                select s.id, s.row_no, s.matter_id, s.matter_code
                  from intake.submission s
                 where s.import_id = :id and s.state in ('REGISTERED', 'ADDED') and s.matter_id is not null
                   and not exists (select 1 from intake.import_kept k where k.import_id = :id and k.submission_id = s.id)
                 order by s.row_no
                 limit :most
                """).param("id", id.value()).param("most", most)
                .query((row, number) -> new Open(new SubmissionId(row.getLong(1)), row.getInt(2), new MatterId(row.getLong(3)),
                        row.getString(4))).list();
    }

    void withdrawn(ImportId id, Open row) {
        jdbc.sql("update intake.submission set state = 'WITHDRAWN' where id = :id").param("id", row.submission().value()).update();
        jdbc.sql("update intake.import set withdrawn = withdrawn + 1 where id = :id").param("id", id.value()).update();
    }

    void kept(ImportId id, Open row, Why why) {
        jdbc.sql("""
                insert into intake.import_kept (import_id, submission_id, row_no, matter_id, matter_code, why)
                values (:id, :submission, :row, :matter, :code, :why)
                on conflict do nothing
                """).param("id", id.value()).param("submission", row.submission().value()).param("row", row.row())
                .param("matter", row.matter().value()).param("code", row.code()).param("why", why.name()).update();
    }

    Head head(ImportId id) {
        return jdbc.sql("select undo_reason, undone_at, withdrawn from intake.import where id = :id").param("id", id.value())
                .query((row, number) -> head(row)).single();
    }

    private static Head head(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("undone_at", OffsetDateTime.class);
        return new Head(row.getString("undo_reason"), at == null ? null : at.toInstant(), row.getInt("withdrawn"));
    }

    int countKept(ImportId id) {
        return jdbc.sql("select count(*) from intake.import_kept where import_id = :id").param("id", id.value())
                .query(Integer.class).single();
    }

    List<KeptRow> kept(ImportId id, int most) {
        return jdbc.sql("""
                select row_no, matter_id, matter_code, why from intake.import_kept where import_id = :id
                 order by row_no limit :most
                """).param("id", id.value()).param("most", most)
                .query((row, number) -> new KeptRow(row.getInt(1), row.getObject(2, Long.class), row.getString(3),
                        Why.valueOf(row.getString(4)))).list();
    }
}
