package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.SourceLine;
import org.hejie.party.PartyId;
import org.hejie.rules.SettingRow;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The SQL by which twins are looked for: each query a few short ranges, all within the scope. */
@Component
class TwinRows {

    private static final int BY_MARK = 15;
    private static final int BY_PEOPLE = 60;

    private final JdbcClient jdbc;

    TwinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A matter that shares something. */
    record Row(long id, String code, String title, String facts, @Nullable String placeText, String status, SourceLine line,
            String category, @Nullable Double lon, @Nullable Double lat, Instant registeredAt) {
    }

    /** One person or body in one matter. */
    record Part(long matter, PartyId party, PartyRole role) {
    }

    /** Matters with one of the marks, of each the newest few. */
    List<Long> byMarks(long[] marks, Instant since) {
        return jdbc.sql("select * from matter.marked(:marks, :since, :each)")
                .param("marks", marks).param("since", Times.utc(since)).param("each", BY_MARK).query(Long.class).list();
    }

    /** Matters against a respondent of one of the marks, of each the newest few. */
    List<Long> byRespondents(long[] marks, Instant since) {
        return marks.length == 0 ? List.of() : jdbc.sql("select * from matter.same_respondents(:marks, :since, :each)")
                .param("marks", marks).param("since", Times.utc(since)).param("each", BY_MARK).query(Long.class).list();
    }

    /** The marks of the matter's own respondents. */
    long[] respondents(long matter) {
        return jdbc.sql("select mark from matter.respondent_mark where matter_id = :id").param("id", matter)
                .query(Long.class).list().stream().mapToLong(Long::longValue).toArray();
    }

    /** The parts these people have in matters since then, the newest first. */
    List<Part> parts(Collection<PartyId> people, Instant since) {
        return jdbc.sql("""
                select r.matter_id, r.party_id, r.role
                  from matter.party_role r
                  join matter.matter m on m.id = r.matter_id
                 where r.party_id = any(:people) and m.registered_at >= :since
                 order by r.matter_id desc
                 limit :most
                """)
                .param("people", people.stream().mapToLong(PartyId::value).toArray())
                .param("since", Times.utc(since)).param("most", BY_PEOPLE)
                .query((row, number) -> part(row)).list();
    }

    List<Part> partsOf(long matter) {
        return jdbc.sql("select matter_id, party_id, role from matter.party_role where matter_id = :id")
                .param("id", matter).query((row, number) -> part(row)).list();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getLong(1), new PartyId(row.getLong(2)), PartyRole.valueOf(row.getString(3)));
    }

    List<Row> rows(Collection<Long> ids, Instant since) {
        return jdbc.sql("""
                select id, code, title, facts, place_text, status, line, category, lon, lat, registered_at
                  from matter.matter
                 where id = any(:ids) and registered_at >= :since and status <> 'MERGED'
                """)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray()).param("since", Times.utc(since))
                .query((row, number) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("facts"),
                row.getString("place_text"), row.getString("status"), SourceLine.ofDigit(row.getInt("line")).orElseThrow(),
                row.getString("category"), row.getObject("lon", Double.class), row.getObject("lat", Double.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }

    /** What counts, and from how many points on. */
    TwinPoints points() {
        return TwinBook.points(settings());
    }

    List<SettingRow> settings() {
        return jdbc.sql("select reason, points, basis, verified from matter.twin_weight order by reason")
                .query((row, number) -> new SettingRow(row.getString("reason"), row.getInt("points"), TwinBook.MEASURE,
                        row.getString("basis"), row.getBoolean("verified"))).list();
    }

    /** Puts numbers in place of those that hold. */
    @Transactional
    public void put(List<SettingRow> settings) {
        settings.forEach(setting -> jdbc.sql("""
                update matter.twin_weight set points = :points, basis = :basis, verified = :verified where reason = :reason
                """)
                .param("points", setting.amount()).param("basis", setting.basis()).param("verified", setting.verified())
                .param("reason", setting.name()).update());
    }
}
