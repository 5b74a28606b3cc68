package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.risk.RiskFinding;
import org.hejie.matter.risk.RiskGround;
import org.hejie.matter.risk.RiskView.RiskMark;
import org.hejie.matter.risk.RiskView.RiskRequest;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of red marks. Their matter is locked by whoever changes them. */
@Component
class RiskRows {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Ids ids;

    RiskRows(JdbcClient jdbc, StaffDirectory staff, Ids ids) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.ids = ids;
    }

    /** The mark a matter stands at red risk by. @param askedBy who asked to lower it, or null */
    record Standing(long id, @Nullable Long askedBy) {
    }

    Optional<Standing> standing(MatterId matter) {
        return jdbc.sql("select id, asked_by from matter.red_mark where matter_id = :id and lowered_at is null")
                .param("id", matter.value()).query(Standing.class).optional();
    }

    long raise(MatterId matter, RiskFinding finding, Instant at, long by) {
        long id = ids.next();
        jdbc.sql("""
                insert into matter.red_mark (id, matter_id, ground, reason, raised_at, raised_by)
                values (:id, :matter, :ground, :reason, :at, :by)
                """)
                .param("id", id).param("matter", matter.value()).param("ground", finding.ground().name())
                .param("reason", finding.reason()).param("at", Times.utc(at)).param("by", by).update();
        return id;
    }

    void ask(long mark, String reason, Instant at, long by) {
        jdbc.sql("update matter.red_mark set asked_at = :at, asked_by = :by, asked_reason = :reason where id = :id")
                .param("id", mark).param("reason", reason).param("at", Times.utc(at)).param("by", by).update();
    }

    void keep(long mark) {
        jdbc.sql("update matter.red_mark set asked_at = null, asked_by = null, asked_reason = null where id = :id")
                .param("id", mark).update();
    }

    void lower(long mark, Instant at, long by) {
        jdbc.sql("update matter.red_mark set lowered_at = :at, lowered_by = :by where id = :id")
                .param("id", mark).param("at", Times.utc(at)).param("by", by).update();
    }

    List<RiskMark> of(MatterId matter) {
        return jdbc.sql("""
                select id, ground, reason, raised_at, raised_by, asked_at, asked_by, asked_reason, lowered_at, lowered_by
                  from matter.red_mark
                 where matter_id = :id
                 order by id desc
                """).param("id", matter.value()).query((row, number) -> mark(row)).list();
    }

    private RiskMark mark(ResultSet row) throws SQLException {
        Instant asked = at(row, "asked_at");
        return new RiskMark(row.getLong("id"), RiskGround.valueOf(row.getString("ground")), row.getString("reason"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(), name(row, "raised_by"),
                asked == null ? null : new RiskRequest(row.getString("asked_reason"), asked, name(row, "asked_by")),
                at(row, "lowered_at"), name(row, "lowered_by"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }

    private @Nullable String name(ResultSet row, String column) throws SQLException {
        Long id = row.getObject(column, Long.class);
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }
}
