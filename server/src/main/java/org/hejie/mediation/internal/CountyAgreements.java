package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.matter.Act;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.Matters;
import org.hejie.mediation.AgreementDraft;
import org.hejie.mediation.AgreementRow.Form;
import org.hejie.mediation.AgreementRow.State;
import org.hejie.mediation.AgreementView;
import org.hejie.mediation.Agreements;
import org.hejie.mediation.MediationCase.CaseParty;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.Obligation;
import org.hejie.mediation.ObligationMadeGood;
import org.hejie.mediation.Texts;
import org.hejie.mediation.internal.AgreementReader.Held;
import org.hejie.mediation.internal.AgreementReader.Kept;
import org.hejie.mediation.internal.AgreementReader.Owed;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work of agreements: drawn, signed, kept or not. */
@Service
class CountyAgreements implements Agreements {

    private final AgreementStore store;
    private final AgreementReader reader;
    private final CaseStore cases;
    private final CaseReader caseReader;
    private final Matters matters;
    private final MatterChronicle chronicle;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CountyAgreements(AgreementStore store, AgreementReader reader, CaseStore cases, CaseReader caseReader, Matters matters,
            MatterChronicle chronicle, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.cases = cases;
        this.caseReader = caseReader;
        this.matters = matters;
        this.chronicle = chronicle;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long draw(long mediation, AgreementDraft draft) {
        CaseStore.Held held = held(mediation);
        Case one = held.one();
        Powers.requireKeeping(one);
        one.requireOpen();
        held.sides().requireConsent();
        Instant now = clock.instant();
        draft.dueFrom(Times.dateOf(now));
        known(draft, held.sides().parties());
        if (held.agreement()) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATION_AGREEMENT");
        }
        long id = store.insert(one, draft, Times.dateOf(now).getYear(), now, Powers.self());
        write(one, MatterAction.DRAW_AGREEMENT, "DRAWN", Map.of("agreement", id));
        return id;
    }

    private CaseStore.Held held(long mediation) {
        return cases.lock(mediation).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static void known(AgreementDraft draft, List<Long> parties) {
        var fields = new Problem.Fields();
        for (int i = 0; i < draft.owed().size(); i++) {
            AgreementDraft.Owed owed = draft.owed().get(i);
            fields.reject(!parties.contains(owed.obligor()), "obligations[" + i + "].obligor", "UNKNOWN")
                    .reject(!parties.contains(owed.obligee()), "obligations[" + i + "].obligee", "UNKNOWN");
        }
        fields.done();
    }

    @Override
    @Transactional
    public int rewrite(long id, int seen, AgreementDraft draft) {
        Kept kept = open(id, State.DRAFT).kept();
        draft.dueFrom(today());
        known(draft, held(kept.mediation()).sides().parties());
        store.rewrite(kept, seen, draft);
        return seen + 1;
    }

    @Override
    @Transactional
    public void sign(long id, int seen, LocalDate signedOn, @Nullable Long scan) {
        Held held = open(id, State.DRAFT);
        Kept kept = held.kept();
        kept.one().requireOpen();
        new Problem.Fields()
                .reject(signedOn.isAfter(today()), "signedOn", "FUTURE")
                .reject(kept.form() == Form.WRITTEN && scan == null, "documentId", "REQUIRED")
                .done();
        var fields = new Problem.Fields();
        held.owed().forEach(owed -> fields.reject(owed.dueOn().isBefore(signedOn), "obligations[" + (owed.position() - 1) + "].dueOn",
                "BEFORE_SIGNING"));
        fields.done();
        store.sign(kept, seen, signedOn, scan);
        cases.end(kept.mediation(), MediationCase.State.AGREED, null, clock.instant());
        if (held.planned()) {
            cases.cancelPlanned(kept.mediation(), "已达成协议");
        }
        write(kept.one(), MatterAction.SIGN_AGREEMENT, kept.form().name(), Map.of("agreement", id));
        if (scan != null) {
            file(kept.one(), scan, kept.form() == Form.WRITTEN ? "agreement" : "oral-agreement-form");
        }
    }

    /** Puts a paper into the matter's file by the matter's own door. */
    private void file(Case one, long document, String paper) {
        Matters.Standing standing = matters.standing(one.matter()).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        matters.act(one.matter(), standing.version(), new Act.AddMaterial(List.of(new Act.Attachment(document, paper)), null));
    }

    @Override
    @Transactional
    public void cancel(long id, int seen, String why) {
        Kept kept = open(id, State.DRAFT).kept();
        store.cancel(id, seen, Texts.checked("reason", why, Texts.REASON));
        write(kept.one(), MatterAction.DRAW_AGREEMENT, "VOID", Map.of("agreement", id));
    }

    @Override
    @Transactional
    public void perform(long id, int position, LocalDate on, @Nullable Long voucher) {
        Held held = open(id, State.SIGNED);
        Kept kept = held.kept();
        LocalDate signed = kept.signedOn();
        new Problem.Fields().reject(on.isAfter(today()), "performedOn", "FUTURE")
                .reject(signed != null && on.isBefore(signed), "performedOn", "BEFORE_SIGNING").done();
        List<Owed> unpaid = held.owed().stream().filter(owed -> owed.status() != Obligation.Status.PERFORMED).toList();
        Owed paid = unpaid.stream().filter(owed -> owed.position() == position).findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE));
        boolean all = unpaid.size() == 1;
        store.perform(id, position, on, voucher, all);
        write(kept.one(), MatterAction.RECORD_OBLIGATION, all ? "ALL_PERFORMED" : "PERFORMED", Map.of("agreement", id, "position", position));
        if (paid.status() == Obligation.Status.DEFAULTED) {
            events.publishEvent(new ObligationMadeGood(kept.matter(), id, position, clock.instant()));
        }
        if (voucher != null) {
            file(kept.one(), voucher, "performance-voucher");
        }
    }

    private Held open(long id, State wanted) {
        Held held = reader.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Powers.requireKeeping(held.kept().one());
        if (held.kept().state() != wanted) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        return held;
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }

    private void write(Case one, MatterAction action, String reason, Map<String, Object> data) {
        chronicle.write(one.held(), List.of(new Happening(action, reason, null, data)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AgreementView> find(long id) {
        return reader.kept(id).flatMap(kept -> reader.one(id)
                .map(row -> {
                    Case one = kept.one();
                    List<CaseParty> sides = caseReader.sides(one.id(), one.matter());
                    Map<Long, String> names = sides.stream().collect(Collectors.toMap(CaseParty::id, CaseParty::name, (a, b) -> a));
                    return new AgreementView(row, one.matter().value(), kept.matterCode(), kept.matterTitle(), kept.committee(),
                            caseReader.name(one.staff()), kept.facts(), kept.terms(), kept.effectiveOn(), kept.document(), kept.voidWhy(),
                            sides, reader.owed(id).stream().map(owed -> named(owed, id2 -> names.getOrDefault(id2, "—"))).toList(),
                            CountyConfirmations.confirmable(kept),
                            kept.effectiveOn() == null ? null : CountyConfirmations.lastDay(kept.effectiveOn()),
                            reader.confirmation(id).orElse(null), kept.version(), Powers.keeps(one));
                }));
    }

    private static Obligation named(Obligation owed, Function<Long, String> name) {
        return new Obligation(owed.position(), owed.obligor(), name.apply(owed.obligor()), owed.obligee(), name.apply(owed.obligee()),
                owed.kind(), owed.amount(), owed.dueOn(), owed.method(), owed.status(), owed.performedOn());
    }
}
