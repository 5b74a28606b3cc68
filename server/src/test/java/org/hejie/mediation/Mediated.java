package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.document.Documents;
import org.hejie.document.NewFile;
import org.hejie.matter.Act;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.mediation.AgreementDraft.Owed;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.shared.Times;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.springframework.beans.factory.BeanFactory;

/** Matters that are mediated, for tests: a dispatcher, two mediators of the county's centre, both sides of a dispute. */
public final class Mediated {

    private static final AtomicInteger DAY = new AtomicInteger();

    public final Actor dispatcher;
    public final TestPerson mediator;
    public final long first;
    public final long second;
    private final TestStaff staff;
    private final Matters matters;
    private final Documents documents;
    private final Mediators mediators;
    private final Mediations mediations;
    private final MediationSessions sessions;
    private final Agreements agreements;

    public Mediated(BeanFactory beans) {
        this.staff = beans.getBean(TestStaff.class);
        this.matters = beans.getBean(Matters.class);
        this.documents = beans.getBean(Documents.class);
        this.mediators = beans.getBean(Mediators.class);
        this.mediations = beans.getBean(Mediations.class);
        this.sessions = beans.getBean(MediationSessions.class);
        this.agreements = beans.getBean(Agreements.class);
        this.dispatcher = staff.dispatcher().actor();
        this.mediator = staff.mediator();
        this.first = entered(mediator);
        this.second = entered(staff.mediator());
    }

    private long committee() {
        Actor director = staff.director().actor();
        long unit = staff.units().countyCenter().id().value();
        return Actors.as(director, () -> mediators.committees()).stream().filter(one -> one.unitId() == unit).map(Committee::id)
                .findFirst().orElseGet(() -> Actors.as(director, () -> mediators.establish(staff.units().countyCenter().id(),
                        "榆中县人民调解委员会", "榆人调字")));
    }

    public long entered(TestPerson person) {
        long committee = committee();
        return Actors.as(staff.director().actor(), () -> mediators.enter(new NewMediator(person.id().value(), committee,
                MediatorRow.Kind.FULL_TIME, List.of("02", "10"), List.of("普通话"), "榆司备1号", LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 1, 1), null)));
    }

    /** A quarrel about a loan with both sides. */
    public MatterId dispute() {
        return dispute("1001");
    }

    public MatterId dispute(String category) {
        return dispute(category, NewParty.person("王小民"), NewParty.person("李大田"));
    }

    /** A quarrel of two who may be known again. */
    public MatterId dispute(String category, NewParty applicant, NewParty respondent) {
        return Actors.as(dispatcher, () -> matters.register(new RegisterMatter(SourceLine.WINDOW, null, null, null, "借款未还",
                "借款八万元,到期没有还清。", category, null, new Place("某小区", "620123104", null, null, null), null, 2, null, null,
                List.of(new Participant(PartyRole.APPLICANT, applicant), new Participant(PartyRole.RESPONDENT, respondent)), null, List.of()))).id();
    }

    public long opened(MatterId matter) {
        return Actors.as(dispatcher, () -> mediations.open(matter, first, Origin.APPLIED, null));
    }

    public List<CaseParty> parties(long mediation) {
        return Actors.as(dispatcher, () -> mediations.find(mediation)).orElseThrow().parties();
    }

    public void agree(long mediation) {
        parties(mediation).forEach(party -> say(mediation, party.id(), Consent.AGREED));
    }

    public void say(long mediation, long party, Consent consent) {
        Actors.run(mediator.actor(), () -> mediations.consent(mediation, List.of(party), consent, Mode.ORAL, null));
    }

    /** Both sides have agreed to be mediated. */
    public long consented() {
        return consented(dispute());
    }

    public long consented(MatterId matter) {
        long mediation = opened(matter);
        agree(mediation);
        return mediation;
    }

    /** A span nobody else of the tests takes. */
    public static Instant morning() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS).plus(2L * DAY.incrementAndGet(), ChronoUnit.HOURS);
    }

    public NewMediationSession joint(Instant from, int room) {
        return new NewMediationSession(Kind.JOINT, null, from, from.plus(1, ChronoUnit.HOURS), room, null, false);
    }

    /** A session on site that begins now. */
    public long session(long mediation) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return Actors.as(mediator.actor(), () -> sessions.plan(mediation,
                new NewMediationSession(Kind.SITE, null, now, now.plus(1, ChronoUnit.HOURS), null, "村委会院内", false)));
    }

    public List<MinutesLine> said(long mediation) {
        return List.of(new MinutesLine(Speaker.MEDIATOR, null, "欠多少?"), new MinutesLine(Speaker.PARTY, parties(mediation).getFirst().id(), "八万元。"));
    }

    public static LocalDate today() {
        return Times.dateOf(Instant.now());
    }

    public AgreementDraft draft(long mediation, String total, LocalDate... dues) {
        List<CaseParty> parties = parties(mediation);
        List<Owed> owed = new ArrayList<>();
        for (LocalDate due : dues) {
            owed.add(new Owed(parties.get(1).id(), parties.getFirst().id(), Obligation.Kind.PAY, new BigDecimal("100.00"), due, "银行转账"));
        }
        return new AgreementDraft(AgreementRow.Form.WRITTEN, "借款属实。", "分期归还。", new BigDecimal(total), owed);
    }

    public long drawn(long mediation) {
        return Actors.as(mediator.actor(), () -> agreements.draw(mediation, draft(mediation, "200.00", today(), today().plusDays(30))));
    }

    public long scan() {
        return Actors.as(mediator.actor(), () -> documents.store(new NewFile("签字页.png", ScanFile.bytes(), NewFile.PHOTO),
                mediator.actor().scopeKeys().stream().mapToLong(Long::longValue).toArray())).value();
    }

    public long signed() {
        return signed(dispute());
    }

    public long signed(MatterId matter) {
        long agreement = drawn(consented(matter));
        Actors.run(mediator.actor(), () -> agreements.sign(agreement, 1, today(), scan()));
        return agreement;
    }

    public MatterId matterOf(long agreement) {
        return new MatterId(Actors.as(dispatcher, () -> agreements.find(agreement)).orElseThrow().matterId());
    }

    /** The matter has been handled by a department, which has answered it. */
    public void answered(MatterId matter) {
        Actor clerk = staff.department("housing").actor();
        act(matter, dispatcher, new Act.Accept(null));
        act(matter, dispatcher, new Act.Dispatch(clerk.unitId().orElseThrow(), List.of(), null, "county-simple", null));
        act(matter, clerk, new Act.Sign(null));
        act(matter, clerk, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已调解", List.of()));
    }

    public void close(MatterId matter) {
        act(matter, staff.director().actor(), new Act.Check(true, null));
    }

    private void act(MatterId matter, Actor by, Act act) {
        Actors.run(by, () -> matters.act(matter, matters.standing(matter).orElseThrow().version(), act));
    }
}
