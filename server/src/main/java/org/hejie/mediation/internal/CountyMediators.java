package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.matter.MatterId;
import org.hejie.mediation.Committee;
import org.hejie.mediation.MediatorRow;
import org.hejie.mediation.MediatorSuggestion;
import org.hejie.mediation.Mediators;
import org.hejie.mediation.NewMediator;
import org.hejie.mediation.Texts;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register's work. */
@Service
class CountyMediators implements Mediators {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SIGN = 20;

    private final MediatorStore store;
    private final CaseStore cases;
    private final StaffDirectory staff;
    private final Units units;
    private final MatterChronicle chronicle;
    private final Clock clock;

    CountyMediators(MediatorStore store, CaseStore cases, StaffDirectory staff, Units units, MatterChronicle chronicle, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.staff = staff;
        this.units = units;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Committee> committees() {
        return store.committees();
    }

    @Override
    @Transactional
    public long establish(UnitId unit, String name, String sign) {
        Powers.requireRegister();
        if (units.find(unit).isEmpty()) {
            throw Problem.field("unitId", "UNKNOWN");
        }
        try {
            return store.establish(unit, Texts.checked("name", name, LONGEST_NAME), Texts.checked("sign", sign, LONGEST_SIGN));
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATION_COMMITTEE");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<MediatorRow> register() {
        return store.all();
    }

    @Override
    @Transactional
    public long enter(NewMediator mediator) {
        check(mediator);
        try {
            return store.enter(mediator);
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATOR_ENTERED");
        }
    }

    @Override
    @Transactional
    public void change(long mediator, int seen, NewMediator now) {
        check(now);
        store.find(mediator).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (!store.change(mediator, seen, now)) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    private void check(NewMediator mediator) {
        Powers.requireRegister();
        new Problem.Fields().reject(staff.find(new StaffId(mediator.staffId())).isEmpty(), "staffId", "UNKNOWN")
                .reject(store.committees().stream().noneMatch(one -> one.id() == mediator.committeeId()), "committeeId", "UNKNOWN")
                .done();
    }

    @Override
    @Transactional(readOnly = true)
    public List<MediatorSuggestion> suggest(MatterId matter) {
        Ground ground = store.ground(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Set<Long> recused = store.recused(matter);
        LocalDate today = Times.dateOf(clock.instant());
        long centre = units.countyCenter().id().value();
        return store.all().stream().filter(one -> one.validOn(today))
                .map(one -> Fit.of(one, ground, centre, recused.contains(one.id())))
                .sorted(Comparator.comparing(MediatorSuggestion::recused).thenComparing(Comparator.comparing(MediatorSuggestion::score).reversed())
                        .thenComparing(one -> one.mediator().load()).thenComparing(one -> one.mediator().id()))
                .toList();
    }

    @Override
    @Transactional
    public void recuse(MatterId matter, long mediator, RecusalGround ground) {
        cases.take(matter);
        store.ground(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        MediatorRow one = store.find(mediator).orElseThrow(() -> Problem.field("mediatorId", "UNKNOWN"));
        if (one.staffId() != Powers.self()) {
            Powers.requireAssigning();
        }
        if (store.recuse(matter, mediator, ground, clock.instant(), Powers.self())) {
            chronicle.write(matter, new Happening(MatterAction.RECUSE_MEDIATOR, ground.name(), null, Map.of("mediator", mediator)));
        }
    }
}
