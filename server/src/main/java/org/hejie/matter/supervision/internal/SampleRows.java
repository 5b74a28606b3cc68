package org.hejie.matter.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.RefusalSamples.Finding;
import org.hejie.matter.supervision.RefusalSamples.SampleItem;
import org.hejie.matter.supervision.RefusalSamples.Sample;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of samples. */
@Component
class SampleRows {

    private static final String SAMPLE = """
            select s.id, s.from_on, s.to_on, s.seed, s.method, s.population, s.size, s.share, s.drawn_at, s.drawn_by,
                   (select count(*) from matter.refusal_sample_item i where i.sample_id = s.id and i.finding is not null) as checked,
                   (select count(*) from matter.refusal_sample_item i
                     where i.sample_id = s.id and i.finding = 'SHOULD_HAVE_ACCEPTED') as wrong
              from matter.refusal_sample s
            """;

    private final JdbcClient jdbc;
    private final CardReader names;
    private final StaffDirectory staff;
    private final Units units;

    SampleRows(JdbcClient jdbc, CardReader names, StaffDirectory staff, Units units) {
        this.jdbc = jdbc;
        this.names = names;
        this.staff = staff;
        this.units = units;
    }

    /** A matter that was declined or guided and still is. */
    record Refused(long matter, Instant at, @Nullable Long by, String action) {
    }

    /** A sample to be written. */
    record Drawn(long id, LocalDate from, LocalDate to, long seed, int population, int size, int share, byte[] digest,
            Instant at, long by, UnitId unit) {
    }

    /** One matter of a sample as it stands. */
    record Judged(@Nullable String finding, @Nullable Long refusedBy) {
    }

    /** By number of the matter; of several refusals of one matter the last. */
    List<Refused> refused(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select e.matter_id, e.at, e.actor, e.action
                  from matter.event e
                  join matter.matter m on m.id = e.matter_id
                 where e.action in ('DECLINE', 'GUIDE') and e.at >= :from and e.at < :to and m.status in ('REJECTED', 'GUIDED')
                 order by e.matter_id, e.seq
                """)
                .param("from", from.atStartOfDay(Times.ZONE).toOffsetDateTime())
                .param("to", to.plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime())
                .query((row, number) -> new Refused(row.getLong("matter_id"), at(row, "at"), row.getObject("actor", Long.class),
                        row.getString("action")))
                .list();
    }

    void insert(Drawn sample) {
        jdbc.sql("""
                insert into matter.refusal_sample (id, from_on, to_on, seed, method, population, size, share, digest, drawn_at,
                                                   drawn_by, unit_id, visible_to)
                values (:id, :from, :to, :seed, :method, :population, :size, :share, :digest, :at, :by, :unit, :keys)
                """)
                .param("id", sample.id()).param("from", sample.from()).param("to", sample.to()).param("seed", sample.seed())
                .param("method", Lot.METHOD).param("population", sample.population()).param("size", sample.size())
                .param("share", sample.share()).param("digest", sample.digest()).param("at", Times.utc(sample.at()))
                .param("by", sample.by()).param("unit", sample.unit().value())
                .param("keys", new long[] {units.county().id().value()}).update();
    }

    void items(long sample, List<Refused> drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            Refused one = drawn.get(i);
            jdbc.sql("""
                    insert into matter.refusal_sample_item (sample_id, position, matter_id, refused_at, refused_by, action)
                    values (:sample, :position, :matter, :at, :by, :action)
                    """)
                    .param("sample", sample).param("position", i + 1).param("matter", one.matter())
                    .param("at", Times.utc(one.at())).param("by", one.by()).param("action", one.action()).update();
        }
    }

    Optional<Sample> sample(long id) {
        return jdbc.sql(SAMPLE + " where s.id = :id").param("id", id).query((row, number) -> read(row)).optional();
    }

    Page<Sample> list(@Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : CardReader.number(Cursor.decode(cursor, 1).getFirst());
        List<Sample> rows = jdbc.sql(SAMPLE + " where s.id < :before order by s.id desc limit :rows")
                .param("before", before).param("rows", limit + 1).query((row, number) -> read(row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.id()), null);
    }

    private Sample read(ResultSet row) throws SQLException {
        return new Sample(row.getLong("id"), row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class),
                Long.toString(row.getLong("seed")), row.getString("method"), row.getInt("population"), row.getInt("size"),
                row.getInt("share"), row.getInt("checked"), row.getInt("wrong"), at(row, "drawn_at"), name(row.getLong("drawn_by")));
    }

    Page<SampleItem> itemsOf(long sample, @Nullable String cursor, int limit) {
        long after = cursor == null ? 0 : CardReader.number(Cursor.decode(cursor, 1).getFirst());
        List<SampleItem> rows = jdbc.sql("""
                select i.position, i.matter_id, m.code, m.title, m.status, i.action, i.refused_at, m.first_owner, i.finding,
                       i.reason, i.checked_at, i.checked_by
                  from matter.refusal_sample_item i
                  join matter.matter m on m.id = i.matter_id
                 where i.sample_id = :sample and i.position > :after
                 order by i.position
                 limit :rows
                """).param("sample", sample).param("after", after).param("rows", limit + 1)
                .query((row, number) -> item(row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.position()), null);
    }

    private SampleItem item(ResultSet row) throws SQLException {
        String finding = row.getString("finding");
        return new SampleItem(row.getLong("matter_id"), row.getInt("position"), row.getLong("matter_id"), row.getString("code"),
                row.getString("title"), row.getString("status"), row.getString("action"), at(row, "refused_at"),
                names.known(row.getLong("first_owner")), finding == null ? null : Finding.valueOf(finding), row.getString("reason"),
                Times.instant(row.getObject("checked_at", OffsetDateTime.class)), name(row.getObject("checked_by", Long.class)));
    }

    Optional<Judged> lock(long sample, MatterId matter) {
        return jdbc.sql("""
                select finding, refused_by from matter.refusal_sample_item
                 where sample_id = :sample and matter_id = :matter for no key update
                """).param("sample", sample).param("matter", matter.value())
                .query((row, number) -> new Judged(row.getString("finding"), row.getObject("refused_by", Long.class))).optional();
    }

    void judge(long sample, MatterId matter, Finding finding, String reason, Instant at, long by) {
        jdbc.sql("""
                update matter.refusal_sample_item
                   set finding = :finding, reason = :reason, checked_at = :at, checked_by = :by
                 where sample_id = :sample and matter_id = :matter
                """)
                .param("sample", sample).param("matter", matter.value()).param("finding", finding.name())
                .param("reason", reason).param("at", Times.utc(at)).param("by", by).update();
    }

    private @Nullable String name(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
