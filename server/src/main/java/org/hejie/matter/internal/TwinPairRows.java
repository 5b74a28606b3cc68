package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterId;
import org.hejie.matter.SourceLine;
import org.hejie.matter.twin.ToldApart;
import org.hejie.matter.twin.Twin;
import org.hejie.matter.twin.Twin.Because;
import org.hejie.matter.twin.TwinPair;
import org.hejie.matter.twin.TwinPair.Side;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of pairs found, pairs told apart, and of what is still to be looked for. */
@Component
class TwinPairRows {

    private static final TypeReference<List<Because>> REASONS = new TypeReference<>() { };
    /** A pair is worth deciding while the later one is open and neither is merged. */
    private static final String UNDECIDED = """
              from matter.twin_pair p
              join matter.matter a on a.id = p.matter_id
              join matter.matter b on b.id = p.other_id
             where p.settled_at is null and a.open and a.status <> 'MERGED' and b.status <> 'MERGED'
            """;

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final JsonMapper json;

    TwinPairRows(JdbcClient jdbc, StaffDirectory staff, JsonMapper json) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.json = json;
    }

    void note(Collection<MatterId> matters, Instant at) {
        jdbc.sql("""
                insert into matter.twin_search (matter_id, noted_at)
                select id, :at from unnest(:ids::bigint[]) id
                on conflict do nothing
                """).param("ids", matters.stream().mapToLong(MatterId::value).toArray()).param("at", Times.utc(at)).update();
    }

    /** When the first and the last of what is still to be looked for was noted. */
    record Noted(Instant first, Instant last) {

        /** Nothing was noted for so long: the import has ended, or there was none. */
        private static final Duration QUIET = Duration.ofSeconds(3);
        private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

        /** Whether more is being noted, and what was noted first may still wait. */
        boolean isComing(Instant now) {
            return last.isAfter(now.minus(QUIET)) && first.isAfter(now.minus(LONGEST_WAIT));
        }
    }

    /** Of what is still to be looked for; ids rise with time. */
    Optional<Noted> noted() {
        return jdbc.sql("""
                select (select noted_at from matter.twin_search order by matter_id limit 1) as first,
                       (select noted_at from matter.twin_search order by matter_id desc limit 1) as last
                """).query((row, number) -> {
                    Instant first = Times.instant(row.getObject(1, OffsetDateTime.class));
                    Instant last = Times.instant(row.getObject(2, OffsetDateTime.class));
                    return first == null || last == null ? Optional.<Noted>empty() : Optional.of(new Noted(first, last));
                }).single();
    }

    /** Takes some that were noted, the oldest first. */
    List<MatterId> take(int most) {
        return jdbc.sql("""
                delete from matter.twin_search
                 where matter_id in (select matter_id from matter.twin_search order by matter_id limit :most)
                returning matter_id
                """).param("most", most).query((row, number) -> new MatterId(row.getLong(1))).list();
    }

    /** Keeps a pair once, whichever of the two was looked for. */
    void found(long matter, Twin twin, Instant at) {
        jdbc.sql("""
                insert into matter.twin_pair (matter_id, other_id, score, reasons, found_at)
                select :matter, :other, :score, :reasons, :at
                 where not exists (select 1 from matter.twin_pair where matter_id = :other and other_id = :matter)
                on conflict do nothing
                """).param("matter", matter).param("other", twin.matterId()).param("score", twin.score())
                .param("reasons", json.writeValueAsString(twin.reasons())).param("at", Times.utc(at)).update();
    }

    /** The pair is decided. */
    void settle(long one, long other, Instant at) {
        jdbc.sql("""
                update matter.twin_pair set settled_at = :at
                 where settled_at is null
                   and (matter_id = :one and other_id = :other or matter_id = :other and other_id = :one)
                """).param("one", one).param("other", other).param("at", Times.utc(at)).update();
    }

    /** What the last row of a page was. */
    record Last(Instant foundAt, long matter, long other) {
    }

    List<TwinPair> undecided(@Nullable Last after, int limit) {
        return jdbc.sql("""
                select p.score, p.reasons, p.found_at,
                       a.id, a.code, a.title, a.status, a.line, a.registered_at,
                       b.id, b.code, b.title, b.status, b.line, b.registered_at
                """ + UNDECIDED + """
                   and (:after::timestamptz is null
                        or (p.found_at, p.matter_id, p.other_id) < (:after::timestamptz, :matter::bigint, :other::bigint))
                 order by p.found_at desc, p.matter_id desc, p.other_id desc
                 limit :limit
                """).param("after", after == null ? null : Times.utc(after.foundAt()))
                .param("matter", after == null ? null : after.matter()).param("other", after == null ? null : after.other())
                .param("limit", limit).query((row, number) -> pair(row)).list();
    }

    long countUndecided(int cap) {
        return jdbc.sql("select count(*) from (select 1 " + UNDECIDED + " limit :cap) counted").param("cap", cap)
                .query(Long.class).single();
    }

    private TwinPair pair(ResultSet row) throws SQLException {
        return new TwinPair(side(row, 4), side(row, 10), row.getInt(1), json.readValue(row.getString(2), REASONS),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static Side side(ResultSet row, int from) throws SQLException {
        return new Side(row.getLong(from), row.getString(from + 1), row.getString(from + 2), row.getString(from + 3),
                SourceLine.ofDigit(row.getInt(from + 4)).orElseThrow().name(),
                row.getObject(from + 5, OffsetDateTime.class).toInstant());
    }

    /** Those a person has decided about: linked to the matter in any way, or told apart from it. */
    Set<Long> decided(long matter) {
        return new HashSet<>(jdbc.sql("""
                select to_matter from matter.link where from_matter = :id and removed_at is null
                union select from_matter from matter.link where to_matter = :id and removed_at is null
                union select other from matter.told_apart where one = :id and revoked_at is null
                union select one from matter.told_apart where other = :id and revoked_at is null
                """).param("id", matter).query(Long.class).list());
    }

    void tellApart(long id, long one, long other, String reason, Instant at, @Nullable Long by) {
        jdbc.sql("""
                insert into matter.told_apart (id, one, other, reason, said_at, said_by)
                values (:id, least(:one, :other), greatest(:one, :other), :reason, :at, :by)
                """).param("id", id).param("one", one).param("other", other).param("reason", reason)
                .param("at", Times.utc(at)).param("by", by).update();
    }

    boolean areToldApart(long one, long other) {
        return jdbc.sql("""
                select exists (select 1 from matter.told_apart
                                where one = least(:one, :other) and other = greatest(:one, :other) and revoked_at is null)
                """).param("one", one).param("other", other).query(Boolean.class).single();
    }

    List<ToldApart> toldApart(long matter) {
        return jdbc.sql("""
                select t.id, m.id, m.code, m.title, t.reason, t.said_at, t.said_by
                  from matter.told_apart t
                  join matter.matter m on m.id = case when t.one = :id then t.other else t.one end
                 where (t.one = :id or t.other = :id) and t.revoked_at is null
                 order by t.said_at desc, t.id desc
                """).param("id", matter).query((row, number) -> toldApart(row)).list();
    }

    private ToldApart toldApart(ResultSet row) throws SQLException {
        Long by = row.getObject(7, Long.class);
        return new ToldApart(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(by).filter(id -> id > 0).flatMap(id -> staff.displayName(new StaffId(id))).orElse(null));
    }

    /** @return whether the matter had such a row */
    boolean revoke(long id, long matter, Instant at, @Nullable Long by) {
        return jdbc.sql("""
                update matter.told_apart set revoked_at = :at, revoked_by = :by
                 where id = :id and (one = :matter or other = :matter) and revoked_at is null
                """).param("id", id).param("matter", matter).param("at", Times.utc(at)).param("by", by).update() == 1;
    }
}
