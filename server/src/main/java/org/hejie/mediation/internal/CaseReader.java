package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Committee;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediationRow;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.party.PartyView;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads mediations and their calendar. */
@Component
class CaseReader {

    private static final String SESSIONS = """
            select s.id, s.mediation_id, m.code, m.title, s.number, s.kind, s.starts_at, s.ends_at, s.room_id, r.name as room,
                   r.name_en as room_en, s.place, s.staff_id, s.state, s.result
              from mediation.session s
              join mediation.mediation c on c.id = s.mediation_id
              join matter.matter m on m.id = c.matter_id
              left join mediation.room r on r.id = s.room_id
            """;

    private final JdbcClient jdbc;
    private final Parties parties;
    private final StaffDirectory staff;
    private final AgreementReader agreements;

    CaseReader(JdbcClient jdbc, Parties parties, StaffDirectory staff, AgreementReader agreements) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.staff = staff;
        this.agreements = agreements;
    }

    Optional<MediationCase> view(Case one, boolean may) {
        return jdbc.sql("""
                select c.*, m.code, m.title, k.unit_id, k.name as committee_name, k.sign
                  from mediation.mediation c
                  join matter.matter m on m.id = c.matter_id
                  join mediation.committee k on k.id = c.committee_id
                 where c.id = :id
                """).param("id", one.id())
                .query((row, number) -> new MediationCase(one.id(), one.matter().value(), row.getString("code"), row.getString("title"),
                        row.getInt("attempt"), new Committee(one.committee(), row.getLong("unit_id"), row.getString("committee_name"),
                        row.getString("sign")), one.mediator(), name(one.staff()), Origin.valueOf(row.getString("origin")), one.state(),
                        at(row, "opened_at"), row.getObject("due_on", LocalDate.class),
                        Times.instant(row.getObject("ended_at", OffsetDateTime.class)), row.getString("ended_why"),
                        sides(one.id(), one.matter()), sessions(one.id()), agreements.of(one.id()), row.getInt("version"), may))
                .optional();
    }

    List<Long> of(MatterId matter) {
        return jdbc.sql("select id from mediation.mediation where matter_id = :id order by attempt desc").param("id", matter.value())
                .query(Long.class).list();
    }

    List<CaseParty> sides(long mediation, MatterId matter) {
        record Said(long party, String role, @Nullable String answer, @Nullable String mode, @Nullable Instant at) {
        }
        List<Said> said = jdbc.sql("""
                select p.party_id, p.role, c.answer, c.mode, c.at
                  from matter.party_role p
                  left join lateral (select answer, mode, at from mediation.consent c
                                      where c.mediation_id = :id and c.party_id = p.party_id order by c.id desc limit 1) c on true
                 where p.matter_id = :matter and p.role in ('APPLICANT', 'RESPONDENT')
                 order by p.role, p.party_id
                """).param("id", mediation).param("matter", matter.value())
                .query((row, number) -> new Said(row.getLong(1), row.getString(2), row.getString(3), row.getString(4),
                        Times.instant(row.getObject(5, OffsetDateTime.class)))).list();
        Map<Long, PartyView> names = parties.masked(said.stream().map(one -> new PartyId(one.party())).toList()).stream()
                .collect(Collectors.toMap(party -> party.id().value(), Function.identity()));
        return said.stream().map(one -> new CaseParty(one.party(), one.role(),
                names.containsKey(one.party()) ? names.get(one.party()).name() : "—",
                one.answer() == null ? null : Consent.valueOf(one.answer()), one.mode() == null ? null : Mode.valueOf(one.mode()),
                one.at())).toList();
    }

    private List<MediationSessionRow> sessions(long mediation) {
        return jdbc.sql(SESSIONS + " where s.mediation_id = :id order by s.number").param("id", mediation).query(this::session).list();
    }

    Optional<MediationSessionRow> oneSession(long id) {
        return jdbc.sql(SESSIONS + " where s.id = :id").param("id", id).query(this::session).optional();
    }

    List<MediationSessionRow> calendar(@Nullable Long own, Instant from, Instant to) {
        return jdbc.sql(SESSIONS + """
                 where s.starts_at >= :from and s.starts_at < :to and (:own::bigint is null or s.staff_id = :own)
                 order by s.starts_at, s.id
                 limit 1000
                """).param("from", Times.utc(from)).param("to", Times.utc(to)).param("own", own).query(this::session).list();
    }

    private MediationSessionRow session(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new MediationSessionRow(row.getLong("id"), row.getLong("mediation_id"), row.getString("code"), row.getString("title"),
                row.getInt("number"), MediationSessionRow.Kind.valueOf(row.getString("kind")), at(row, "starts_at"), at(row, "ends_at"),
                row.getObject("room_id", Integer.class), row.getString("room"), row.getString("room_en"), row.getString("place"),
                name(row.getLong("staff_id")), MediationSessionRow.State.valueOf(row.getString("state")),
                result == null ? null : MediationSessionRow.Result.valueOf(result));
    }

    /** By the next deadline; what nobody waits for any more comes last, the latest ended first. */
    Page<MediationRow> list(@Nullable Long own, @Nullable State state, @Nullable String cursor, int limit) {
        List<String> after = cursor == null ? List.of("-1000000", "0") : Cursor.decode(cursor, 2);
        record Ranked(long rank, MediationRow row) {
        }
        List<Ranked> rows = jdbc.sql("""
                select * from (
                    select listed.*, coalesce(next_on - date '1970-01-01', 1000000 - (ended_on - date '1970-01-01')) as rank from (
                        select c.id, c.matter_id, m.code, m.title, c.state, c.staff_id, c.due_on, s.next_session,
                               (c.ended_at at time zone 'Asia/Shanghai')::date as ended_on,
                               least(case when c.state = 'OPEN' then c.due_on end, (s.next_session at time zone 'Asia/Shanghai')::date,
                                     o.next_due) as next_on,
                               (select count(*) from matter.party_role p
                                 where p.matter_id = m.id and p.role in ('APPLICANT', 'RESPONDENT')) as parties,
                               (select count(*) from (select distinct on (x.party_id) x.answer from mediation.consent x
                                                       where x.mediation_id = c.id order by x.party_id, x.id desc) said
                                 where said.answer = 'AGREED') as consents
                          from mediation.mediation c
                          join matter.matter m on m.id = c.matter_id
                          left join lateral (select min(s.starts_at) as next_session from mediation.session s
                                              where s.mediation_id = c.id and s.state = 'PLANNED') s on true
                          left join lateral (select min(o.due_on) as next_due from mediation.obligation o
                                              join mediation.agreement a on a.id = o.agreement_id
                                             where a.mediation_id = c.id and a.state = 'SIGNED' and o.status <> 'PERFORMED') o on true
                         where (:own::bigint is null or c.staff_id = :own) and (:state::text is null or c.state = :state)) listed) ranked
                 where (rank, id) > (:rank, :id)
                 order by rank, id
                 limit :rows
                """).param("own", own).param("state", state == null ? null : state.name()).param("rank", number(after.getFirst()))
                .param("id", number(after.getLast())).param("rows", limit + 1)
                .query((row, number) -> new Ranked(row.getLong("rank"), new MediationRow(row.getLong("id"), row.getLong("matter_id"),
                        row.getString("code"), row.getString("title"), State.valueOf(row.getString("state")),
                        name(row.getObject("staff_id", Long.class)), row.getObject("due_on", LocalDate.class),
                        row.getObject("next_on", LocalDate.class), Times.instant(row.getObject("next_session", OffsetDateTime.class)),
                        row.getInt("consents"), row.getInt("parties"))))
                .list();
        Page<Ranked> page = Page.of(rows, limit, one -> Cursor.encode(one.rank(), one.row().id()), null);
        return new Page<>(page.items().stream().map(Ranked::row).toList(), page.nextCursor(), page.total());
    }

    @Nullable String name(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse("—");
    }

    static Instant at(ResultSet row, String column) throws SQLException {
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
