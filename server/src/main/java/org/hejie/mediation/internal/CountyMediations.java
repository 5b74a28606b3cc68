package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterId;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationRow;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.Mediations;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.Mediators.RecusalGround;
import org.hejie.mediation.Texts;
import org.hejie.mediation.internal.CaseStore.Held;
import org.hejie.mediation.internal.MediatorStore.Candidate;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.shared.Times;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work of opening, consenting, assigning and ending; each with its event in the matter's history. */
@Service
class CountyMediations implements Mediations {

    private static final int LONGEST_REASON = 500;

    private final CaseStore store;
    private final CaseReader reader;
    private final MediatorStore mediators;
    private final MatterChronicle chronicle;
    private final Clock clock;

    CountyMediations(CaseStore store, CaseReader reader, MediatorStore mediators, MatterChronicle chronicle, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.mediators = mediators;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long open(MatterId matter, long mediatorId, Origin origin, @Nullable Agreed agreed) {
        store.take(matter);
        Ground ground = mediators.ground(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        mayBeMediated(ground);
        MediatorRow mediator = fit(matter, mediatorId);
        if (!Powers.assigns(Actors.current()) && !(Actors.current().is(Role.MEDIATOR) && mediator.staffId() == Powers.self())) {
            throw Problem.of(ProblemType.FORBIDDEN, "MEDIATION_ASSIGN");
        }
        if (ground.running()) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATION_OPEN");
        }
        if (agreed != null) {
            Powers.requireKeeping(mediator.staffId());
            Asked.known("agreed.partyIds", agreed.parties(), ground.parties());
        }
        Instant now = clock.instant();
        long id = store.insert(matter, mediator, origin, now, Times.dateOf(now).plusMonths(1), Powers.self());
        store.noteAssignment(id, mediator, null, now, Powers.self());
        List<Happening> happenings = new ArrayList<>();
        happenings.add(given(MatterAction.OPEN_MEDIATION, origin.name(), id, mediator));
        if (agreed != null) {
            store.consent(id, agreed.parties(), Consent.AGREED, agreed.mode(), agreed.document(), now, Powers.self());
            happenings.addAll(said(id, agreed.parties(), Consent.AGREED));
        }
        chronicle.write(matter, happenings);
        return id;
    }

    private static void mayBeMediated(Ground ground) {
        if (ground.never()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_NEVER");
        }
        if (ground.excluded() != null) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_EXCLUDED_" + ground.excluded());
        }
        if (!ground.open()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_MATTER_ENDED");
        }
        if (ground.sides() < 2) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_PARTIES");
        }
    }

    private MediatorRow fit(MatterId matter, long id) {
        Candidate candidate = mediators.candidate(id, matter).orElseThrow(() -> Problem.field("mediatorId", "UNKNOWN"));
        MediatorRow mediator = candidate.mediator();
        if (!mediator.validOn(Times.dateOf(clock.instant()))) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_NOT_IN_OFFICE", "mediatorId");
        }
        if (candidate.recused()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_RECUSED", "mediatorId");
        }
        return mediator;
    }

    @Override
    @Transactional
    public void assign(long id, long mediatorId, @Nullable String reason) {
        Powers.requireAssigning();
        Case one = lock(id).one();
        one.requireOpen();
        MediatorRow mediator = fit(one.matter(), mediatorId);
        store.assign(id, mediator, Texts.optional("reason", reason, LONGEST_REASON), clock.instant(), Powers.self());
        store.cancelPlanned(id, "更换调解员");
        chronicle.write(one.matter(), given(MatterAction.ASSIGN_MEDIATOR, null, id, mediator));
    }

    /** The mediator has it; his committee's unit takes part from now on. */
    private static Happening given(MatterAction action, @Nullable String reason, long mediation, MediatorRow mediator) {
        return new Happening(action, reason, null, Map.of("mediation", mediation, "mediator", mediator.id()),
                List.of(new UnitId(mediator.committee().unitId())));
    }

    @Override
    @Transactional
    public void consent(long id, List<Long> parties, Consent consent, Mode mode, @Nullable Long document) {
        Held held = lock(id);
        Case one = held.one();
        Powers.requireKeeping(one);
        one.requireOpen();
        Asked.known("partyIds", parties, held.sides().parties());
        store.consent(id, parties, consent, mode, document, clock.instant(), Powers.self());
        chronicle.write(one.held(), said(id, parties, consent));
        switch (consent) {
            case AGREED -> { }
            case REFUSED, STOPPED -> end(held, State.STOPPED, "PARTY_" + consent.name(), null);
            case OTHER_MEDIATOR -> objected(one);
        }
    }

    private static List<Happening> said(long mediation, List<Long> parties, Consent consent) {
        return parties.stream().map(party -> new Happening(MatterAction.RECORD_CONSENT, consent.name(), null,
                Map.of("mediation", mediation, "party", party))).toList();
    }

    private void objected(Case one) {
        if (one.mediator() != null) {
            mediators.recuse(one.matter(), one.mediator(), RecusalGround.PARTY_OBJECTION, clock.instant(), Powers.self());
            chronicle.write(one.matter(), new Happening(MatterAction.RECUSE_MEDIATOR, RecusalGround.PARTY_OBJECTION.name(), null,
                    Map.of("mediator", one.mediator())));
            store.cancelPlanned(one.id(), "更换调解员");
            store.vacate(one.id());
        }
    }

    @Override
    @Transactional
    public void end(long id, State as, String why) {
        Held held = lock(id);
        Powers.requireKeeping(held.one());
        held.one().requireOpen();
        if (as == State.OPEN || as == State.AGREED) {
            throw Problem.field("state", "INVALID");
        }
        String said = Texts.checked("reason", why, Texts.REASON);
        end(held, as, said, said);
    }

    @Override
    @Transactional
    public boolean procedureChanged(MatterId matter, String why) {
        Optional<Held> running = store.lockRunning(matter).filter(held -> !held.agreement());
        running.ifPresent(held -> end(held, State.STOPPED, "PROCEDURE_CHANGED", Texts.checked("reason", why, Texts.REASON)));
        return running.isPresent();
    }

    private void end(Held held, State as, String why, @Nullable String note) {
        if (held.agreement()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MEDIATION_HAS_AGREEMENT");
        }
        Case one = held.one();
        store.end(one.id(), as, why, clock.instant());
        store.cancelPlanned(one.id(), "调解结束");
        chronicle.write(one.matter(), new Happening(MatterAction.END_MEDIATION, as.name(), note, Map.of("mediation", one.id())));
    }

    private Held lock(long id) {
        return store.lock(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MediationCase> find(long id) {
        return store.read(id).flatMap(one -> reader.view(one, Powers.keeps(one)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<MediationCase> of(MatterId matter) {
        return reader.of(matter).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<MediationRow> list(boolean mine, @Nullable State state, @Nullable String cursor, int limit) {
        return reader.list(mine ? Powers.self() : null, state, cursor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MediationSessionRow> calendar(boolean mine, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw Problem.field("to", "BEFORE_FROM");
        }
        return reader.calendar(mine ? Powers.self() : null, from, to);
    }
}
