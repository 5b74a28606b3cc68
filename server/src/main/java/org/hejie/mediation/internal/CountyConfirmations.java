package org.hejie.mediation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hejie.dossier.Dossiers;
import org.hejie.dossier.Dossiers.Slot;
import org.hejie.dossier.PaperPackages;
import org.hejie.dossier.PaperPackages.Packed;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterChronicle;
import org.hejie.matter.MatterChronicle.Happening;
import org.hejie.mediation.AgreementView.Answer;
import org.hejie.mediation.JudicialConfirmations;
import org.hejie.mediation.Texts;
import org.hejie.mediation.internal.AgreementReader.Held;
import org.hejie.mediation.internal.AgreementReader.Kept;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which agreements a court confirms and until when, the papers it wants, and what it answered. */
@Service
class CountyConfirmations implements JudicialConfirmations {

    /** Source: People's Mediation Law, art. 33; Civil Procedure Law (2023), art. 205 (to be verified): 30 days from taking effect. */
    private static final int DAYS = 30;

    private static final int LONGEST_COURT = 100;
    private static final int LONGEST_NUMBER = 60;

    private final AgreementStore store;
    private final AgreementReader reader;
    private final CaseReader cases;
    private final MatterChronicle chronicle;
    private final PaperPackages packages;
    private final ConfirmationPapers papers;
    private final Clock clock;

    CountyConfirmations(AgreementStore store, AgreementReader reader, CaseReader cases, MatterChronicle chronicle, PaperPackages packages,
            ConfirmationPapers papers, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.cases = cases;
        this.chronicle = chronicle;
        this.packages = packages;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void apply(long id, LocalDate on, String court, boolean bothParties) {
        Kept kept = kept(id, true);
        LocalDate effective = effective(kept);
        String asked = Texts.checked("court", court, LONGEST_COURT);
        new Problem.Fields().reject(!bothParties, "bothParties", "REQUIRED").reject(on.isAfter(today()), "appliedOn", "FUTURE")
                .reject(on.isBefore(effective), "appliedOn", "BEFORE_SIGNING").done();
        if (late(effective, on)) {
            throw Problem.of(ProblemType.RULE_REFUSED, "CONFIRMATION_LATE", "appliedOn");
        }
        try {
            store.apply(id, on, asked);
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS);
        }
        write(kept, "APPLIED");
    }

    /** From which day it binds. @throws Problem WRONG_STATE unsigned; RULE_REFUSED if no court confirms such relations */
    private static LocalDate effective(Kept kept) {
        if (kept.effectiveOn() == null) {
            throw Problem.of(ProblemType.WRONG_STATE, "AGREEMENT_NOT_SIGNED");
        }
        if (!confirmable(kept)) {
            throw Problem.of(ProblemType.RULE_REFUSED, "CONFIRMATION_IDENTITY");
        }
        return kept.effectiveOn();
    }

    /** The last day on which it can be asked for. */
    static LocalDate lastDay(LocalDate effective) {
        return effective.plusDays(DAYS);
    }

    private static boolean late(LocalDate effective, LocalDate on) {
        return on.isAfter(lastDay(effective));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Slot> papers(long id) {
        Kept kept = reader.kept(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        effective(kept);
        return packages.slots(kept.matter(), ConfirmationPapers.plan(kept.form()));
    }

    @Override
    @Transactional
    public Packed pack(long id, String court, @Nullable String delivery) {
        Kept kept = kept(id, false); // binding takes seconds: nobody is kept waiting
        if (late(effective(kept), today()) && reader.confirmation(id).isEmpty()) {
            throw Problem.of(ProblemType.RULE_REFUSED, "CONFIRMATION_LATE");
        }
        PaperPackages.Plan plan = ConfirmationPapers.plan(kept.form());
        boolean brought = packages.slots(kept.matter(), plan).getFirst().state() == Dossiers.State.THERE;
        Map<String, String> typed = papers.typed(Texts.checked("court", court, LONGEST_COURT), delivery,
                brought ? List.of() : cases.sides(kept.mediation(), kept.matter()));
        Packed packed = packages.bind(kept.matter(), plan, typed);
        chronicle.write(kept.matter(), new Happening(MatterAction.CONFIRM_AGREEMENT, "PACKED", null,
                Map.of("agreement", id, "pages", packed.pages(), "sm3", packed.sm3())));
        return packed;
    }

    @Override
    @Transactional
    public void answer(long id, Answer answer, LocalDate on, @Nullable String documentNo) {
        Kept kept = kept(id, true);
        if (on.isAfter(today())) {
            throw Problem.field("answeredOn", "FUTURE");
        }
        if (!store.answer(id, answer, on, Texts.optional("documentNo", documentNo, LONGEST_NUMBER))) {
            throw Problem.of(ProblemType.WRONG_STATE);
        }
        write(kept, answer.name());
    }

    /** Identity, adoption and marriage are not confirmed by a court: divorce, custody, guardianship. Source: 法释〔2011〕5号, domain.md §2.3. */
    static boolean confirmable(Kept kept) {
        return !List.of("0101", "0102", "0109").contains(kept.category());
    }

    /** Of a mediation that the actor keeps. */
    private Kept kept(long id, boolean lock) {
        Kept kept = (lock ? reader.lock(id).map(Held::kept) : reader.kept(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Powers.requireKeeping(kept.one());
        return kept;
    }

    private LocalDate today() {
        return Times.dateOf(clock.instant());
    }

    private void write(Kept kept, String reason) {
        chronicle.write(kept.one().held(), List.of(new Happening(MatterAction.CONFIRM_AGREEMENT, reason, null, Map.of("agreement", kept.id()))));
    }
}
