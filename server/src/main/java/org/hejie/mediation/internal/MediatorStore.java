package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Committee;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.Mediators.RecusalGround;
import org.hejie.mediation.NewMediator;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the register. */
@Component
class MediatorStore {

    private static final String ROWS = """
            select m.id, m.staff_id, m.kind, m.specialties, m.languages, m.filing_no, m.filed_on, m.valid_from, m.valid_to,
                   m.version, c.id as committee, c.unit_id, c.name as committee_name, c.sign, %s as load
              from mediation.mediator m
              join mediation.committee c on c.id = m.committee_id
            """;
    private static final String WITH_LOADS = ROWS.formatted("coalesce(l.cases, 0)")
            + "  left join mediation.loads() l on l.mediator_id = m.id\n";
    private static final String WITHOUT_LOADS = ROWS.formatted("0");
    private static final String WITH_RECUSAL = ROWS.formatted(
            "exists (select 1 from mediation.recusal r where r.mediator_id = m.id and r.matter_id = :matter) as recused, 0");

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Ids ids;

    MediatorStore(JdbcClient jdbc, StaffDirectory staff, Ids ids) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.ids = ids;
    }

    List<Committee> committees() {
        return jdbc.sql("select id, unit_id, name, sign from mediation.committee order by sign")
                .query((row, number) -> new Committee(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4))).list();
    }

    long establish(UnitId unit, String name, String sign) {
        long id = ids.next();
        jdbc.sql("insert into mediation.committee (id, unit_id, name, sign) values (:id, :unit, :name, :sign)")
                .param("id", id).param("unit", unit.value()).param("name", name).param("sign", sign).update();
        return id;
    }

    List<MediatorRow> all() {
        return jdbc.sql(WITH_LOADS + " order by c.sign, m.id").query(this::row).list();
    }

    /** Without the load: it is counted over all mediations, and nobody who asks for one mediator asks for it. */
    Optional<MediatorRow> find(long id) {
        return jdbc.sql(WITHOUT_LOADS + " where m.id = :id").param("id", id).query(this::row).optional();
    }

    /** @param recused whether this one must keep away from the matter */
    record Candidate(MediatorRow mediator, boolean recused) {
    }

    /** Without the load. */
    Optional<Candidate> candidate(long id, MatterId matter) {
        return jdbc.sql(WITH_RECUSAL + " where m.id = :id").param("id", id).param("matter", matter.value())
                .query((row, number) -> new Candidate(row(row, number), row.getBoolean("recused"))).optional();
    }

    private MediatorRow row(ResultSet row, int number) throws SQLException {
        long staffId = row.getLong("staff_id");
        return new MediatorRow(row.getLong("id"), staffId, staff.displayName(new StaffId(staffId)).orElse("—"),
                new Committee(row.getLong("committee"), row.getLong("unit_id"), row.getString("committee_name"), row.getString("sign")),
                MediatorRow.Kind.valueOf(row.getString("kind")), texts(row, "specialties"), texts(row, "languages"),
                row.getString("filing_no"), row.getObject("filed_on", LocalDate.class), row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class), row.getInt("load"), row.getInt("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    long enter(NewMediator one) {
        long id = ids.next();
        values(jdbc.sql("""
                insert into mediation.mediator (id, staff_id, committee_id, kind, specialties, languages, filing_no, filed_on,
                                                valid_from, valid_to, version)
                values (:id, :staff, :committee, :kind, :specialties, :languages, :filingNo, :filedOn, :from, :to, 1)
                """), one).param("id", id).param("staff", one.staffId()).update();
        return id;
    }

    boolean change(long id, int seen, NewMediator now) {
        return values(jdbc.sql("""
                update mediation.mediator
                   set committee_id = :committee, kind = :kind, specialties = :specialties, languages = :languages,
                       filing_no = :filingNo, filed_on = :filedOn, valid_from = :from, valid_to = :to, version = version + 1
                 where id = :id and version = :seen
                """), now).param("id", id).param("seen", seen).update() == 1;
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, NewMediator one) {
        return statement.param("committee", one.committeeId()).param("kind", one.kind().name())
                .param("specialties", one.specialties().toArray(String[]::new))
                .param("languages", one.languages().toArray(String[]::new)).param("filingNo", one.filingNo())
                .param("filedOn", one.filedOn()).param("from", one.validFrom()).param("to", one.validTo());
    }

    Set<Long> recused(MatterId matter) {
        return new TreeSet<>(jdbc.sql("select mediator_id from mediation.recusal where matter_id = :id").param("id", matter.value())
                .query(Long.class).list());
    }

    boolean recuse(MatterId matter, long mediator, RecusalGround ground, java.time.Instant at, long by) {
        return jdbc.sql("""
                insert into mediation.recusal (id, matter_id, mediator_id, ground, declared_at, declared_by)
                values (:id, :matter, :mediator, :ground, :at, :by)
                on conflict (matter_id, mediator_id) do nothing
                """).param("id", ids.next()).param("matter", matter.value()).param("mediator", mediator)
                .param("ground", ground.name()).param("at", Times.utc(at)).param("by", by).update() == 1;
    }

    Optional<Ground> ground(MatterId matter) {
        return jdbc.sql("""
                select m.never_mediate, m.open, m.red_risk, m.category, m.home_unit, m.home_center,
                       (select e.reason from mediation.excluded e where m.category like e.category || '%' order by e.category desc limit 1),
                       s.sides, s.parties,
                       exists (select 1 from mediation.mediation c where c.matter_id = m.id and c.state = 'OPEN')
                  from matter.matter m
                  cross join lateral (select count(distinct p.role) as sides, array_agg(p.party_id) as parties
                                        from matter.party_role p
                                       where p.matter_id = m.id and p.role in ('APPLICANT', 'RESPONDENT')) s
                 where m.id = :id
                """).param("id", matter.value())
                .query((row, number) -> new Ground(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getString(4),
                        row.getLong(5), row.getObject(6, Long.class), row.getString(7), row.getInt(8), CaseStore.longs(row, "parties"),
                        row.getBoolean(10))).optional();
    }
}
