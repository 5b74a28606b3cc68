package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.matter.series.NewSeries;
import org.hejie.matter.series.Series;
import org.hejie.matter.series.Series.Member;
import org.hejie.matter.series.SeriesId;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of series and their members. */
@Component
class SeriesRows {

    private static final int MOST = 100;
    private static final String COLUMNS = """
            select s.id, s.name, s.lead_matter, s.made_at, s.made_by, matter.series_size(s.id) as size
              from matter.series s
            """;

    private final JdbcClient jdbc;
    private final StaffDirectory staff;

    SeriesRows(JdbcClient jdbc, StaffDirectory staff) {
        this.jdbc = jdbc;
        this.staff = staff;
    }

    Optional<Series> find(SeriesId id) {
        return jdbc.sql(COLUMNS + " where s.id = :id").param("id", id.value()).query((row, number) -> series(row)).optional();
    }

    Optional<SeriesId> of(MatterId matter) {
        return jdbc.sql("select series_id from matter.series_member where matter_id = :id and left_at is null")
                .param("id", matter.value()).query((row, number) -> new SeriesId(row.getLong(1))).optional();
    }

    List<Series> newest() {
        return jdbc.sql(COLUMNS + " order by s.id desc limit :most").param("most", MOST).query((row, number) -> series(row)).list();
    }

    private Series series(ResultSet row) throws SQLException {
        long lead = row.getLong("lead_matter");
        List<Member> members = members(row.getLong("id"), lead);
        return new Series(row.getLong("id"), row.getString("name"), lead, time(row, "made_at"),
                name(row.getObject("made_by", Long.class)), members, row.getInt("size") - members.size());
    }

    private List<Member> members(long series, long lead) {
        return jdbc.sql("""
                select m.id, m.code, m.title, m.status, m.line, m.lead_unit, m.registered_at, m.due_at, b.reason, b.joined_at,
                       b.joined_by
                  from matter.series_member b
                  join matter.matter m on m.id = b.matter_id
                 where b.series_id = :series and b.left_at is null
                 order by m.id <> :lead, m.registered_at, m.id
                """).param("series", series).param("lead", lead).query((row, number) -> member(row, lead)).list();
    }

    private Member member(ResultSet row, long lead) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Member(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("status"),
                SourceLine.ofDigit(row.getInt("line")).orElseThrow().name(), row.getObject("lead_unit", Long.class),
                time(row, "registered_at"), due == null ? null : due.toInstant(), row.getLong("id") == lead,
                row.getString("reason"), time(row, "joined_at"), name(row.getObject("joined_by", Long.class)));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private @Nullable String name(@Nullable Long by) {
        return by == null || by <= 0 ? null : staff.displayName(new StaffId(by)).orElse(null);
    }

    void insert(SeriesId id, NewSeries series, Instant at, @Nullable Long by) {
        jdbc.sql("insert into matter.series (id, name, lead_matter, made_at, made_by) values (:id, :name, :lead, :at, :by)")
                .param("id", id.value()).param("name", series.name()).param("lead", series.lead().value())
                .param("at", Times.utc(at)).param("by", by).update();
    }

    void join(SeriesId id, MatterId matter, String reason, Instant at, @Nullable Long by) {
        jdbc.sql("""
                insert into matter.series_member (series_id, matter_id, joined_at, joined_by, reason)
                values (:id, :matter, :at, :by, :reason)
                """).param("id", id.value()).param("matter", matter.value()).param("at", Times.utc(at)).param("by", by)
                .param("reason", reason).update();
    }

    /** @return whether the matter belonged to it */
    boolean leave(SeriesId id, MatterId matter, String reason, Instant at, @Nullable Long by) {
        return jdbc.sql("""
                update matter.series_member set left_at = :at, left_by = :by, left_why = :reason
                 where series_id = :id and matter_id = :matter and left_at is null
                """).param("id", id.value()).param("matter", matter.value()).param("at", Times.utc(at)).param("by", by)
                .param("reason", reason).update() == 1;
    }

    void change(SeriesId id, String name, MatterId lead) {
        jdbc.sql("update matter.series set name = :name, lead_matter = :lead where id = :id")
                .param("id", id.value()).param("name", name).param("lead", lead.value()).update();
    }
}
