package org.hejie.matter.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterDetail.OutsideNumber;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.MergedTwin;
import org.hejie.matter.SourceLine;
import org.hejie.matter.internal.Merging.Before;
import org.hejie.matter.link.LinkId;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.LinkedMatter;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of {@code matter.link}. A link is seen by who sees both its matters. */
@Component
class LinkRows {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final JsonMapper json;

    LinkRows(JdbcClient jdbc, StaffDirectory staff, JsonMapper json) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.json = json;
    }

    /**
     * A link that holds.
     *
     * @param before what un-merging restores, of a duplicate
     */
    record Held(LinkId id, LinkKind kind, MatterId from, MatterId to, @Nullable Before before) {

        MatterId other(MatterId one) {
            return one.equals(from) ? to : from;
        }
    }

    List<LinkedMatter> of(MatterId matter) {
        return jdbc.sql("""
                select l.id, l.kind, l.from_matter = :id as outgoing, m.id as other, m.code, m.title, m.status, l.reason,
                       l.added_at, l.added_by
                  from matter.link l
                  join matter.matter m on m.id = case when l.from_matter = :id then l.to_matter else l.from_matter end
                 where (l.from_matter = :id or l.to_matter = :id) and l.removed_at is null
                 order by l.added_at, l.id
                """).param("id", matter.value()).query((row, number) -> linked(row)).list();
    }

    private LinkedMatter linked(ResultSet row) throws SQLException {
        Long by = row.getObject("added_by", Long.class);
        return new LinkedMatter(row.getLong("id"), LinkKind.valueOf(row.getString("kind")), row.getBoolean("outgoing"),
                row.getLong("other"), row.getString("code"), row.getString("title"), row.getString("status"),
                row.getString("reason"), row.getObject("added_at", OffsetDateTime.class).toInstant(),
                by == null || by <= 0 ? null : staff.displayName(new StaffId(by)).orElse(null));
    }

    Optional<Held> held(LinkId id) {
        return jdbc.sql("select id, kind, from_matter, to_matter, before from matter.link where id = :id and removed_at is null")
                .param("id", id.value()).query((row, number) -> held(row)).optional();
    }

    private Held held(ResultSet row) throws SQLException {
        String before = row.getString("before");
        return new Held(new LinkId(row.getLong("id")), LinkKind.valueOf(row.getString("kind")),
                new MatterId(row.getLong("from_matter")), new MatterId(row.getLong("to_matter")),
                before == null ? null : json.readValue(before, Before.class));
    }

    /** The last master above a duplicate. */
    Optional<MatterId> master(MatterId matter) {
        return jdbc.sql("""
                with recursive above (matter_id, depth) as (
                    select to_matter, 1 from matter.link where from_matter = :id and kind = 'DUP' and removed_at is null
                    union all
                    select l.to_matter, a.depth + 1
                      from above a
                      join matter.link l on l.from_matter = a.matter_id
                     where l.kind = 'DUP' and l.removed_at is null)
                select matter_id from above order by depth desc limit 1
                """).param("id", matter.value()).query((row, number) -> new MatterId(row.getLong(1))).optional();
    }

    /** The outside numbers of what has been merged into the matter, with their lines, the oldest first. */
    List<OutsideNumber> mergedNumbers(MatterId master) {
        return mergedInto(master).stream().map(twin -> new OutsideNumber(twin.line().name(), twin.outsideNo())).toList();
    }

    /** What has been merged into the matter and has a line's number, the oldest first. */
    List<MergedTwin> mergedInto(MatterId master) {
        return jdbc.sql("""
                with recursive below (matter_id) as (
                    select from_matter from matter.link where to_matter = :id and kind = 'DUP' and removed_at is null
                    union
                    select l.from_matter
                      from below b
                      join matter.link l on l.to_matter = b.matter_id
                     where l.kind = 'DUP' and l.removed_at is null)
                select m.id, m.code, m.line, m.outside_no
                  from below b
                  join matter.matter m on m.id = b.matter_id
                 where m.outside_no is not null
                 order by m.registered_at, m.id
                """).param("id", master.value())
                .query((row, number) -> new MergedTwin(new MatterId(row.getLong(1)), new MatterCode(row.getString(2)),
                        SourceLine.ofDigit(row.getInt(3)).orElseThrow(), row.getString(4))).list();
    }

    /** Whether the two are linked so already; a mutual link in either direction. */
    boolean linked(LinkKind kind, MatterId from, MatterId to) {
        return jdbc.sql("""
                select exists (select 1
                                 from matter.link
                                where kind = :kind and removed_at is null
                                  and (from_matter = :from and to_matter = :to
                                       or :mutual and from_matter = :to and to_matter = :from))
                """).param("kind", kind.name()).param("from", from.value()).param("to", to.value())
                .param("mutual", kind.mutual()).query(Boolean.class).single();
    }

    /** Whether links of that kind lead from the one to the other, over however many between. */
    boolean leads(LinkKind kind, MatterId from, MatterId to) {
        return jdbc.sql("""
                with recursive way (matter_id) as (
                    select :from::bigint
                    union
                    select l.to_matter
                      from way w
                      join matter.link l on l.from_matter = w.matter_id
                     where l.kind = :kind and l.removed_at is null)
                select exists (select 1 from way where matter_id = :to)
                """).param("from", from.value()).param("kind", kind.name()).param("to", to.value())
                .query(Boolean.class).single();
    }

    void insert(Held link, String reason, Instant at, @Nullable Long by) {
        jdbc.sql("""
                insert into matter.link (id, kind, from_matter, to_matter, reason, added_at, added_by, before)
                values (:id, :kind, :from, :to, :reason, :at, :by, :before)
                """).param("id", link.id().value()).param("kind", link.kind().name())
                .param("from", link.from().value()).param("to", link.to().value()).param("reason", reason)
                .param("at", Times.utc(at)).param("by", by)
                .param("before", link.before() == null ? null : json.writeValueAsString(link.before())).update();
    }

    void remove(LinkId id, String reason, Instant at, @Nullable Long by) {
        jdbc.sql("""
                update matter.link set removed_at = :at, removed_by = :by, removal_reason = :reason
                 where id = :id and removed_at is null
                """).param("id", id.value()).param("at", Times.utc(at)).param("by", by).param("reason", reason).update();
    }
}
