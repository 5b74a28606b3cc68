package org.hejie.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hejie.demo.DemoStaff.Member;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementDraft;
import org.hejie.mediation.AgreementDraft.Owed;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessions;
import org.hejie.mediation.Mediations;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.Mediators;
import org.hejie.mediation.NewMediationSession;
import org.hejie.mediation.NewMediator;
import org.hejie.mediation.Obligation;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitKind;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of 56 mediators (domain.md §1 no. 5), and a few mediations of the demo mediator, through the doors of the office. */
@Component
class MediationDesk {

    private static final List<MediatorRow.Kind> KINDS = List.of(MediatorRow.Kind.FULL_TIME, MediatorRow.Kind.FORMER_JUDGE,
            MediatorRow.Kind.PART_TIME, MediatorRow.Kind.FORMER_POLICE, MediatorRow.Kind.INVITED);
    private static final int CATEGORIES = 16;
    private static final int SHOWN = 6;

    private final Mediators mediators;
    private final Mediations mediations;
    private final MediationSessions sessions;
    private final Agreements agreements;
    private final SealCabinet cabinet;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MediationDesk(Mediators mediators, Mediations mediations, MediationSessions sessions, Agreements agreements, SealCabinet cabinet, JdbcClient jdbc,
            TransactionTemplate transaction, Clock clock) {
        this.mediators = mediators;
        this.mediations = mediations;
        this.sessions = sessions;
        this.agreements = agreements;
        this.cabinet = cabinet;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes them, unless an earlier start has. */
    void make(World world, DemoStaff staff) {
        UnitId county = world.ground().county();
        Actor director = seeing(world.roster().named("director"), county);
        if (!Actors.as(director, mediators::register).isEmpty()) {
            return;
        }
        List<Member> members = staff.members().stream().filter(member -> member.role() == Role.MEDIATOR).toList();
        members.stream().map(Member::unit).distinct().forEach(unit -> establish(director, unit));
        for (int i = 0; i < members.size(); i++) {
            enter(world, director, members.get(i), i);
        }
        cabinet.fill(world, director);
        few(world, seeing(world.roster().named("dispatcher"), county));
    }

    private void establish(Actor director, Unit unit) {
        String place = unit.kind() == UnitKind.COUNTY_CENTER ? "" : unit.name().replaceAll("(镇|乡).*$", "").replace("榆中县", "");
        Actors.run(director, () -> mediators.establish(unit.id(), "榆中县" + place + "人民调解委员会（演示）", "榆" + place + "人调字"));
    }

    private void enter(World world, Actor director, Member member, int number) {
        long id = world.roster().named(member.username()).staffId().orElseThrow().value();
        long committee = Actors.as(director, mediators::committees).stream().filter(one -> one.unitId() == member.unit().id().value())
                .findFirst().orElseThrow().id();
        LocalDate since = LocalDate.of(2023, 1, 1);
        Actors.run(director, () -> mediators.enter(new NewMediator(id, committee, KINDS.get(number % KINDS.size()),
                List.of(category(number), category(number * 3 + 1), category(number * 5 + 2)).stream().distinct().toList(),
                number % 2 == 0 ? List.of("普通话", "榆中方言") : List.of("榆中方言"), "榆司调备〔2023〕" + (number + 1) + "号", since, since, null)));
    }

    private static String category(int number) {
        return "%02d".formatted(number % CATEGORIES + 1);
    }

    private void few(World world, Actor dispatcher) {
        Actor person = world.roster().named("mediator");
        long mediator = Actors.as(dispatcher, mediators::register).stream()
                .filter(one -> one.staffId() == person.staffId().orElseThrow().value()).findFirst().orElseThrow().id();
        List<MatterId> found = disputes(dispatcher);
        for (int i = 0; i < found.size(); i++) {
            MatterId matter = found.get(i);
            long mediation = Actors.as(dispatcher, () -> mediations.open(matter, mediator, Origin.APPLIED, null));
            if (i > 0) {
                agree(dispatcher, mediation);
                meet(dispatcher, mediation, i);
            }
            if (i > 1) {
                long agreement = draw(dispatcher, mediation, i == 3 ? AgreementRow.Form.ORAL : AgreementRow.Form.WRITTEN);
                sign(world, dispatcher, agreement, i);
            }
        }
    }

    private void agree(Actor dispatcher, long mediation) {
        List<Long> parties = parties(dispatcher, mediation).stream().map(MediationCase.CaseParty::id).toList();
        Actors.run(dispatcher, () -> mediations.consent(mediation, parties, Consent.AGREED, Mode.ORAL, null));
    }

    private List<MediationCase.CaseParty> parties(Actor dispatcher, long mediation) {
        return Actors.as(dispatcher, () -> mediations.find(mediation)).orElseThrow().parties();
    }

    private void meet(Actor dispatcher, long mediation, int number) {
        Instant from = start(number - 1);
        Actors.as(dispatcher, () -> sessions.plan(mediation, new NewMediationSession(Kind.JOINT, null, from, from.plusSeconds(3000),
                number + 2, null, false)));
    }

    /** In the afternoon of the day so many days on; later today if the afternoon has gone. */
    private Instant start(int daysOn) {
        ZonedDateTime now = clock.instant().atZone(Times.ZONE);
        ZonedDateTime afternoon = now.toLocalDate().plusDays(daysOn).atTime(LocalTime.of(15, 0)).atZone(Times.ZONE);
        ZonedDateTime soon = now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        return (afternoon.isAfter(now) ? afternoon : soon).toInstant();
    }

    /** The third agreement is oral, those after it bear the scan of a paper and the committee's seal. */
    private void sign(World world, Actor dispatcher, long agreement, int number) {
        if (number > 2) {
            LocalDate today = Times.dateOf(clock.instant());
            Long scan = number == 3 ? null : Actors.as(dispatcher, () -> world.papers().photo("agreement")).documentId();
            Actors.run(dispatcher, () -> agreements.sign(agreement, 1, today, scan));
            cabinet.seal(seeing(world.roster().named("director"), world.ground().county()), agreement);
            Actors.run(dispatcher, () -> agreements.perform(agreement, 1, today, null));
        }
    }

    private long draw(Actor dispatcher, long mediation, AgreementRow.Form form) {
        LocalDate today = Times.dateOf(clock.instant());
        List<MediationCase.CaseParty> parties = parties(dispatcher, mediation);
        long owes = parties.stream().filter(party -> "RESPONDENT".equals(party.role())).findFirst().orElseThrow().id();
        long owed = parties.stream().filter(party -> "APPLICANT".equals(party.role())).findFirst().orElseThrow().id();
        List<Owed> rows = List.of(pay(owes, owed, today), pay(owes, owed, today.plusDays(2)), pay(owes, owed, today.plusMonths(1)));
        return Actors.as(dispatcher, () -> agreements.draw(mediation, new AgreementDraft(form, "双方对事实没有争议。", "被申请人分三期付清，逾期按约定承担责任。",
                new BigDecimal("9000.00"), rows)));
    }

    private static Owed pay(long owes, long owed, LocalDate on) {
        return new Owed(owes, owed, Obligation.Kind.PAY, new BigDecimal("3000.00"), on, "银行转账");
    }

    /** Open disputes with both sides that may be mediated. */
    private List<MatterId> disputes(Actor reader) {
        return Optional.ofNullable(Actors.as(reader, () -> transaction.execute(status -> jdbc.sql("""
                select m.id from matter.matter m
                 where m.status = 'IN_PROGRESS' and not m.never_mediate and m.category < '17' and m.category not like '1005%'
                   and exists (select 1 from matter.party_role p where p.matter_id = m.id and p.role = 'APPLICANT')
                   and exists (select 1 from matter.party_role p where p.matter_id = m.id and p.role = 'RESPONDENT')
                 order by m.id desc limit :few
                """).param("few", SHOWN).query((row, number) -> new MatterId(row.getLong(1))).list()))).orElse(List.of());
    }

    private static Actor seeing(Actor actor, UnitId scope) {
        Post post = actor.activePost();
        if (post == null) {
            throw new IllegalStateException("the roster holds people at posts");
        }
        return Actor.staff(post.holder(), actor.displayName(),
                new Post(post.id(), post.holder(), post.role(), post.unit(), scope, post.from(), post.to()));
    }
}
