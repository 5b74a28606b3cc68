package org.hejie.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.hejie.demo.Ground.Spot;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.Mediators;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.subsidy.SubsidyState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 以案定补: past mediations of archived matters with claims in every state, and a few nobody has claimed for. Invented as the past
 * matters are: their dossiers were never on paper, so points and decisions are made up.
 */
@Component
class Subsidies {

    private static final int MOST = 300;
    /** So many at most has nobody claimed for. */
    private static final int UNCLAIMED = 25;
    private static final List<SubsidyState> STATES = List.of(SubsidyState.CLAIMED, SubsidyState.CLAIMED, SubsidyState.CHECKED,
            SubsidyState.APPROVED, SubsidyState.REFUSED, SubsidyState.LISTED, SubsidyState.LISTED, SubsidyState.IN_BATCH,
            SubsidyState.IN_BATCH, SubsidyState.PAID, SubsidyState.PAID);
    /** Each of these in a round of {@link #STATES} looks like part of the one before it. */
    private static final int FLAGGED = 1;

    private final Mediators mediators;
    private final MatterChronicle chronicle;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ids ids;

    Subsidies(Mediators mediators, MatterChronicle chronicle, JdbcClient jdbc, TransactionTemplate transaction, Ids ids) {
        this.mediators = mediators;
        this.chronicle = chronicle;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** A matter that was mediated. */
    private record Past(long matter, OffsetDateTime registered, long applicant, long respondent) {
    }

    /** Who writes what. */
    private record Cast(long town, long county, UnitId justice, LocalDate today) {
    }

    /** Makes them, unless an earlier start has. */
    void make(World world, Spot spot) {
        UnitId county = world.ground().county();
        Actor dispatcher = Occasions.seeing(world.roster().named("dispatcher"), county);
        List<MediatorRow> register = Actors.as(dispatcher, mediators::register);
        Actor own = world.roster().named("mediator");
        MediatorRow first = register.stream().filter(one -> one.staffId() == staff(own)).findFirst().orElseThrow();
        var cast = new Cast(staff(world.roster().named("town-director")), staff(world.roster().named("director")),
                world.ground().unit("justice"), Times.dateOf(world.end()));
        Actors.run(dispatcher, () -> transaction.executeWithoutResult(status -> {
            if (jdbc.sql("select count(*) from subsidy.claim").query(Long.class).single() == 0) {
                UnitId seat = own.unitId().orElseThrow();
                offered(seat, spot.center()).forEach(one -> mediation(one, first, false));
                write(claimed(seat, spot.center()), register, cast);
            }
        }));
    }

    private static long staff(Actor actor) {
        return actor.staffId().orElseThrow().value();
    }

    /** Those the mediator with an account sees and the town with accounts has no part in. */
    private List<Past> offered(UnitId own, UnitId town) {
        return past("m.visible_to @> array[:own::bigint] and not m.visible_to @> array[:town::bigint]", own, town, UNCLAIMED);
    }

    /** Those of the town with accounts first, so that its director finds work. */
    private List<Past> claimed(UnitId own, UnitId town) {
        return past("true", own, town, MOST);
    }

    private List<Past> past(String which, UnitId own, UnitId town, int most) {
        return jdbc.sql("""
                select m.id, m.registered_at, a.party_id as applicant, r.party_id as respondent
                  from matter.matter m
                  join lateral (select party_id from matter.party_role where matter_id = m.id and role = 'APPLICANT' limit 1) a on true
                  join lateral (select party_id from matter.party_role where matter_id = m.id and role = 'RESPONDENT' limit 1) r on true
                 where m.status = 'ARCHIVED' and not m.never_mediate and m.category < '17'
                   and not exists (select 1 from mediation.mediation c where c.matter_id = m.id)
                   and """ + " " + which + """

                 order by m.visible_to @> array[:town::bigint] desc, m.id desc
                 limit :most
                """).param("town", town.value()).param("own", own.value()).param("most", most)
                .query((row, number) -> new Past(row.getLong(1), row.getObject(2, OffsetDateTime.class), row.getLong(3), row.getLong(4))).list();
    }

    private void write(List<Past> claimed, List<MediatorRow> register, Cast cast) {
        long paid = list(1, cast.today().minusDays(90), cast.today().minusDays(80), cast);
        long waiting = list(2, cast.today().minusDays(30), cast.today().minusDays(20), cast);
        long running = list(3, cast.today().minusDays(1), cast.today().plusDays(9), cast);
        Map<SubsidyState, Long> lists = Map.of(SubsidyState.LISTED, running, SubsidyState.IN_BATCH, waiting, SubsidyState.PAID, paid);
        Map<SubsidyState, Long> batches = Map.of(SubsidyState.IN_BATCH, batch(waiting, cast), SubsidyState.PAID, batch(paid, cast));
        for (int i = 0; i < claimed.size(); i++) {
            SubsidyState state = STATES.get(i % STATES.size());
            MediatorRow mediator = register.get(i % register.size());
            long mediation = mediation(claimed.get(i), mediator, i % 3 == 0);
            claim(claimed, i, mediation, mediator, state, lists.get(state), batches.get(state), cast);
        }
    }

    private long mediation(Past past, MediatorRow mediator, boolean oral) {
        long id = ids.next();
        long agreement = ids.next();
        LocalDate signed = past.registered().toLocalDate().plusDays(9);
        jdbc.sql("""
                insert into mediation.mediation (id, matter_id, attempt, committee_id, mediator_id, staff_id, origin, state, opened_at, opened_by,
                                                 due_on, ended_at, version)
                values (:id, :matter, 1, :committee, :mediator, :staff, 'APPLIED', 'AGREED', :at, :staff, :due, :ended, 2)
                """).param("id", id).param("matter", past.matter()).param("committee", mediator.committee().id()).param("mediator", mediator.id())
                .param("staff", mediator.staffId()).param("at", past.registered().plusDays(1)).param("due", signed.plusDays(22))
                .param("ended", past.registered().plusDays(9)).update();
        for (long party : new long[] {past.applicant(), past.respondent()}) {
            jdbc.sql("""
                    insert into mediation.consent (id, mediation_id, party_id, answer, mode, at, recorded_by)
                    values (:id, :mediation, :party, 'AGREED', 'WRITTEN', :at, :staff)
                    """).param("id", ids.next()).param("mediation", id).param("party", party).param("at", past.registered().plusDays(2))
                    .param("staff", mediator.staffId()).update();
        }
        jdbc.sql("""
                with taken as (
                    insert into mediation.counter (committee_id, year, last) values (:committee, :year, 1)
                    on conflict (committee_id, year) do update set last = counter.last + 1 returning last)
                insert into mediation.agreement (id, mediation_id, matter_id, committee_id, year, number, form, state, facts, terms, total, drawn_at,
                                                 drawn_by, signed_on, effective_on, version)
                select :id, :mediation, :matter, :committee, :year, last, :form, 'PERFORMED', '双方对事实没有争议。', '一次付清，双方再无争议。', 3000.00,
                       :at, :staff, :on, :on, 2
                  from taken
                """).param("id", agreement).param("mediation", id).param("matter", past.matter())
                .param("committee", mediator.committee().id()).param("year", signed.getYear())
                .param("form", oral ? "ORAL" : "WRITTEN").param("at", past.registered().plusDays(9)).param("staff", mediator.staffId())
                .param("on", signed).update();
        jdbc.sql("""
                insert into mediation.obligation (id, agreement_id, matter_id, position, obligor, obligee, kind, amount, due_on, method, status,
                                                  performed_on)
                values (:id, :agreement, :matter, 1, :from, :to, 'PAY', 3000.00, :on, '当场付清', 'PERFORMED', :on)
                """).param("id", ids.next()).param("agreement", agreement).param("matter", past.matter()).param("from", past.respondent())
                .param("to", past.applicant())
                .param("on", signed).update();
        return id;
    }

    private long list(int number, LocalDate from, LocalDate to, Cast cast) {
        long id = ids.next();
        jdbc.sql("""
                insert into subsidy.public_list (id, year, number, published_at, published_by, working_days, objections_due)
                values (:id, :year, :number, :from, :by, 5, :to)
                """).param("id", id).param("year", from.getYear()).param("number", number).param("from", nine(from)).param("to", nine(to))
                .param("by", cast.county()).update();
        return id;
    }

    private static OffsetDateTime nine(LocalDate day) {
        return Times.utc(day.atTime(LocalTime.of(9, 0)).atZone(Times.ZONE).toInstant());
    }

    private long batch(long list, Cast cast) {
        long id = ids.next();
        jdbc.sql("insert into subsidy.batch (id, list_id, made_at, made_by) values (:id, :list, :at, :by)").param("id", id).param("list", list)
                .param("at", nine(cast.today().minusDays(10))).param("by", cast.county()).update();
        return id;
    }

    private void claim(List<Past> past, int i, long mediation, MediatorRow mediator, SubsidyState state, @Nullable Long list, @Nullable Long batch,
            Cast cast) {
        long id = ids.next();
        boolean oral = i % 3 == 0;
        int points = i % 4 == 0 ? 75 : 100;
        BigDecimal amount = new BigDecimal(points == 75 ? "35.00" : "50.00").multiply(oral ? new BigDecimal("0.6") : BigDecimal.ONE).setScale(2);
        jdbc.sql("""
                insert into subsidy.claim (id, mediation_id, matter_id, agreement_id, mediator, rules, band, oral, points, amount, state, claimed_at,
                                           claimed_by, list_id, batch_id, paid_on, version)
                select :id, c.id, c.matter_id, a.id, c.staff_id, 1, 'SIMPLE', :oral, :points, :amount, :state, :at, c.staff_id, :list, :batch, :paid, 1
                  from mediation.mediation c join mediation.agreement a on a.mediation_id = c.id
                 where c.id = :mediation
                """).param("id", id).param("oral", oral).param("points", points).param("amount", amount).param("state", state.name())
                .param("at", nine(cast.today().minusDays(i % 25L + 2))).param("list", list).param("batch", batch)
                .param("paid", state == SubsidyState.PAID ? cast.today().minusDays(60) : null).param("mediation", mediation).update();
        if (points < 100) {
            jdbc.sql("""
                    insert into subsidy.point (claim_id, position, code, detail, points)
                    values (:id, 1, 'MISSING_PAPER', '回访记录', -15), (:id, 2, 'LATE', null, -10)
                    """).param("id", id).update();
        }
        if (i % STATES.size() == FLAGGED) {
            jdbc.sql("insert into subsidy.split (claim_id, matter_id, reasons) values (:id, :other, '{SAME_PARTIES,SAME_PLACE,SAME_MEDIATOR}')")
                    .param("id", id).param("other", past.get(i - 1).matter()).update();
        }
        decisions(id, state, cast);
        chronicle.write(new MatterId(past.get(i).matter()), new Happening(MatterAction.CLAIM_SUBSIDY, null, null,
                Map.of("claim", id, "mediator", mediator.id()), List.of(cast.justice())));
    }

    private void decisions(long claim, SubsidyState state, Cast cast) {
        if (state == SubsidyState.CLAIMED) {
            return;
        }
        decide(claim, "TOWN", state != SubsidyState.REFUSED, cast.town(), nine(cast.today().minusDays(1)));
        if (state != SubsidyState.CHECKED && state != SubsidyState.REFUSED) {
            decide(claim, "COUNTY", true, cast.county(), nine(cast.today().minusDays(1)));
        }
    }

    private void decide(long claim, String step, boolean passed, long by, OffsetDateTime at) {
        jdbc.sql("""
                insert into subsidy.decision (claim_id, step, passed, why, decided_at, decided_by) values (:id, :step, :passed, :why, :at, :by)
                """).param("id", claim).param("step", step).param("passed", passed).param("why", passed ? null : "卷宗缺调解记录")
                .param("at", at).param("by", by).update();
    }
}
