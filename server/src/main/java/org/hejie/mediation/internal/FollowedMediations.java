package org.hejie.mediation.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.dossier.Papers;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.MediationSessionRow;
import org.hejie.mediation.ResidentMediation;
import org.hejie.mediation.ResidentMediation.ResidentDuty;
import org.hejie.mediation.ResidentMediation.ResidentSeal;
import org.hejie.mediation.ResidentMediation.ResidentSitting;
import org.hejie.mediation.ResidentMediations;
import org.hejie.mediation.SessionWish;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads with the resident's own key for one matter. */
@Service
class FollowedMediations implements ResidentMediations {

    private final CaseStore cases;
    private final CaseReader reader;
    private final AgreementReader agreements;
    private final AgreementSealStore seals;
    private final WishStore wishes;
    private final Papers papers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowedMediations(CaseStore cases, CaseReader reader, AgreementReader agreements, AgreementSealStore seals, WishStore wishes, Papers papers,
            TransactionTemplate transaction, Clock clock) {
        this.cases = cases;
        this.reader = reader;
        this.agreements = agreements;
        this.seals = seals;
        this.wishes = wishes;
        this.papers = papers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ResidentMediation of(MatterId matter) {
        return Actors.as(Actor.resident(matter.value()), () -> transaction.execute(status -> reader.of(matter).stream().findFirst()
                .flatMap(cases::read).flatMap(one -> reader.view(one, false)).map(this::shown)
                .orElseGet(() -> new ResidentMediation(null, null, List.of(), null, null, List.of(), List.of(), null))));
    }

    private static List<String> papers(Optional<AgreementRow> signed) {
        return signed.map(agreement -> List.of("rights-notice", paper(agreement))).orElse(List.of("rights-notice"));
    }

    private static String paper(AgreementRow agreement) {
        return switch (agreement.form()) {
            case WRITTEN -> "agreement";
            case ORAL -> "oral-agreement-form";
        };
    }

    @Override
    public byte[] paper(MatterId matter, String paper) {
        if (!of(matter).papers().contains(paper)) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return Actors.as(Actor.resident(matter.value()), () -> transaction.execute(status -> papers.masked(matter, paper)));
    }

    private @Nullable ResidentSeal seal(Optional<AgreementRow> signed) {
        return signed.flatMap(agreement -> seals.find(agreement.id())).map(seal -> new ResidentSeal(seal.subject(), seal.serial(), seal.at()))
                .orElse(null);
    }

    private ResidentMediation shown(MediationCase one) {
        Optional<AgreementRow> signed = one.agreements().stream()
                .filter(agreement -> agreement.state() == AgreementRow.State.SIGNED || agreement.state() == AgreementRow.State.PERFORMED)
                .findFirst();
        Map<Long, SessionWish> said = wishes.latest(one.id());
        List<ResidentSitting> sessions = one.sessions().stream().filter(session -> session.kind() != MediationSessionRow.Kind.PRIVATE)
                .map(session -> new ResidentSitting(session.id(), session.kind(), session.startsAt(), session.endsAt(), session.room(),
                        session.roomEn(), session.place(), session.state(), said.get(session.id()),
                        session.state() == MediationSessionRow.State.PLANNED && session.startsAt().isAfter(clock.instant()))).toList();
        List<ResidentDuty> owed = signed.map(agreement -> agreements.owed(agreement.id()).stream().map(each -> new ResidentDuty(each.position(),
                each.kind(), each.amount(), each.dueOn(), each.method(), each.status())).toList()).orElse(List.of());
        return new ResidentMediation(one.state(), one.dueOn(), sessions, signed.map(AgreementRow::number).orElse(null),
                signed.map(AgreementRow::signedOn).orElse(null), owed, papers(signed), seal(signed));
    }
}
