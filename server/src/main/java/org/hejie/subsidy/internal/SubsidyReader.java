package org.hejie.subsidy.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.Wording;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.subsidy.SubsidyClaim;
import org.hejie.subsidy.SubsidyClaim.DecisionTaken;
import org.hejie.subsidy.SubsidyClaim.Ground;
import org.hejie.subsidy.SubsidyClaim.Mark;
import org.hejie.subsidy.SubsidyClaim.Objection;
import org.hejie.subsidy.SubsidyClaim.Split;
import org.hejie.subsidy.SubsidyClaim.Step;
import org.hejie.subsidy.SubsidyClaims.Chosen;
import org.hejie.subsidy.SubsidyClaims.Claimable;
import org.hejie.subsidy.SubsidyClaims.StateSum;
import org.hejie.subsidy.SubsidyPayments.PublicList;
import org.hejie.subsidy.SubsidyRow;
import org.hejie.subsidy.SubsidyRow.Band;
import org.hejie.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads claims, over matter and mediation, and lists. */
@Component
class SubsidyReader {

    private static final String ROWS = """
            select c.*, m.code, m.category, k.name as committee, a.year as agreement_year, a.number as agreement_number, k.sign,
                   exists (select 1 from subsidy.split s where s.claim_id = c.id) as flagged,
                   exists (select 1 from subsidy.objection o where o.claim_id = c.id and o.upheld is null) as objected
              from subsidy.claim c
              join matter.matter m on m.id = c.matter_id
              join mediation.agreement a on a.id = c.agreement_id
              join mediation.committee k on k.id = a.committee_id
            """;
    private static final int LISTS = 200;
    private static final int OFFERED = 100;

    private final JdbcClient jdbc;
    private final SubsidyRules rules;
    private final StaffDirectory staff;
    private final Categories categories;
    private final Clock clock;

    SubsidyReader(JdbcClient jdbc, SubsidyRules rules, StaffDirectory staff, Categories categories,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.staff = staff;
        this.categories = categories;
        this.clock = clock;
    }

    Optional<SubsidyClaim> find(long id) {
        return jdbc.sql(ROWS + " where c.id = :id").param("id", id).query((row, number) -> {
            SubsidyRow shown = row(row, number);
            return new SubsidyClaim(shown, agreementNo(row, "agreement_year", "agreement_number"), name(row.getLong("claimed_by")),
                    rules.numbered(row.getInt("rules")).shown(), marks(id), splits(id), decisions(id), objections(id), row.getInt("version"),
                    SubsidyPowers.of(shown.state()));
        }).optional();
    }

    private List<Mark> marks(long id) {
        return jdbc.sql("select code, detail, points from subsidy.point where claim_id = :id order by position").param("id", id)
                .query((row, number) -> new Mark(row.getString(1), row.getString(2), row.getInt(3))).list();
    }

    private List<Split> splits(long id) {
        return jdbc.sql("""
                select s.matter_id, m.code, s.reasons from subsidy.split s left join matter.matter m on m.id = s.matter_id
                 where s.claim_id = :id order by s.matter_id
                """).param("id", id)
                .query((row, number) -> new Split(row.getLong(1), row.getString(2), List.of((String[]) row.getArray(3).getArray()))).list();
    }

    private List<DecisionTaken> decisions(long id) {
        return jdbc.sql("select step, passed, why, decided_at, decided_by from subsidy.decision where claim_id = :id order by decided_at, step")
                .param("id", id).query((row, number) -> new DecisionTaken(Step.valueOf(row.getString(1)), row.getBoolean(2), row.getString(3),
                        at(row, "decided_at"), name(row.getLong(5)))).list();
    }

    private List<Objection> objections(long id) {
        return jdbc.sql("select id, ground, recorded_at, upheld, answer from subsidy.objection where claim_id = :id order by id").param("id", id)
                .query((row, number) -> new Objection(row.getLong(1), Ground.valueOf(row.getString(2)), at(row, "recorded_at"),
                        row.getObject(4, Boolean.class), row.getString(5))).list();
    }

    /** @param own number of the member of staff whose claims are wanted; null: everybody's */
    Page<SubsidyRow> list(Chosen chosen, @Nullable Long own, @Nullable String cursor, int limit) {
        List<SubsidyRow> rows = jdbc.sql(ROWS + """
                 where c.id < :before and (:state::text is null or c.state = :state) and (:own::bigint is null or c.mediator = :own)
                   and (:list::bigint is null or c.list_id = :list) and (:batch::bigint is null or c.batch_id = :batch)
                 order by c.id desc
                 limit :rows
                """).param("before", cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst()))
                .param("state", chosen.state() == null ? null : chosen.state().name()).param("own", own).param("list", chosen.list())
                .param("batch", chosen.batch()).param("rows", limit + 1).query(this::row).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.id()), null);
    }

    List<StateSum> sums() {
        return jdbc.sql("""
                select s.state, count(c.id) as claims, coalesce(sum(c.amount), 0) as amount
                  from unnest(:states::text[]) with ordinality as s (state, n)
                  left join subsidy.claim c on c.state = s.state
                 group by s.state, s.n
                 order by s.n
                """).param("states", Arrays.stream(SubsidyState.values()).map(Enum::name).toArray(String[]::new))
                .query((row, number) -> new StateSum(SubsidyState.valueOf(row.getString(1)), row.getInt(2), row.getBigDecimal(3))).list();
    }

    /** What would not be refused: of a mediator filed and valid on the day of signing. */
    List<Claimable> claimable(@Nullable Long own) {
        return jdbc.sql("""
                select c.id, c.matter_id, m.code, a.year, a.number, k.sign, c.staff_id
                  from mediation.mediation c
                  join matter.matter m on m.id = c.matter_id
                  join mediation.agreement a on a.mediation_id = c.id and a.state = 'PERFORMED'
                  join mediation.committee k on k.id = a.committee_id
                  join mediation.mediator r on r.id = c.mediator_id
                   and r.filed_on <= a.signed_on and a.signed_on between r.valid_from and coalesce(r.valid_to, 'infinity')
                 where c.state = 'AGREED' and m.status = 'ARCHIVED' and (:own::bigint is null or c.staff_id = :own)
                   and not exists (select 1 from subsidy.claim s where s.mediation_id = c.id)
                   and not exists (select 1 from subsidy.claim s where s.matter_id = c.matter_id and s.state <> 'REFUSED')
                 order by c.id desc
                 limit :most
                """).param("own", own).param("most", OFFERED)
                .query((row, number) -> new Claimable(row.getLong(1), row.getLong(2), row.getString(3), agreementNo(row, "year", "number"),
                        name(row.getLong(7)))).list();
    }

    List<PublicList> lists(@Nullable Long id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select l.*, b.id as batch, count(c.id) as claims, coalesce(sum(c.amount), 0) as amount,
                       count(c.id) filter (where c.state = 'PAID') as paid,
                       (select count(*) from subsidy.objection o join subsidy.claim w on w.id = o.claim_id
                         where w.list_id = l.id and o.upheld is null) as waiting
                  from subsidy.public_list l
                  join subsidy.claim c on c.list_id = l.id and c.state <> 'REFUSED'
                  left join subsidy.batch b on b.list_id = l.id
                 where :id::bigint is null or l.id = :id
                 group by l.id, b.id
                 order by l.id desc
                 limit :most
                """).param("id", id).param("most", LISTS)
                .query((row, number) -> new PublicList(row.getLong("id"), row.getInt("year"), row.getInt("number"), at(row, "published_at"),
                        row.getInt("working_days"), at(row, "objections_due"), at(row, "objections_due").isBefore(now), row.getInt("claims"),
                        row.getBigDecimal("amount"), row.getInt("waiting"), row.getObject("batch", Long.class), row.getInt("paid"))).list();
    }

    int inBatch(long batch) {
        return jdbc.sql("select count(*) from subsidy.claim where batch_id = :batch").param("batch", batch).query(Integer.class).single();
    }

    private SubsidyRow row(ResultSet row, int number) throws SQLException {
        return new SubsidyRow(row.getLong("id"), row.getLong("mediation_id"), row.getLong("matter_id"), row.getString("code"),
                category(row.getString("category")), name(row.getLong("mediator")), row.getString("committee"), Band.valueOf(row.getString("band")),
                row.getBoolean("oral"), row.getInt("points"), row.getObject("amount", BigDecimal.class),
                SubsidyState.valueOf(row.getString("state")), row.getBoolean("flagged"), row.getBoolean("objected"), at(row, "claimed_at"),
                row.getObject("paid_on", LocalDate.class));
    }

    private static String agreementNo(ResultSet row, String year, String number) throws SQLException {
        return "（" + row.getInt(year) + "）" + row.getString("sign") + "第" + row.getInt(number) + "号";
    }

    private Wording category(String code) {
        return categories.find(new CategoryCode(code)).map(one -> new Wording(one.zh(), one.en())).orElseGet(() -> new Wording(code, code));
    }

    private String name(long id) {
        return staff.displayName(new StaffId(id)).orElse("—");
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
