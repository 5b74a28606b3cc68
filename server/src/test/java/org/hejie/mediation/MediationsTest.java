package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.hejie.audit.AuditVerification;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.mediation.MediationCase.Consent;
import org.hejie.mediation.MediationCase.Mode;
import org.hejie.mediation.MediationCase.Origin;
import org.hejie.mediation.MediationCase.State;
import org.hejie.mediation.Mediators.RecusalGround;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who mediates what, and that nothing begins before every party has agreed. */
@HejieTest
class MediationsTest extends MediationFixture {

    @Autowired Mediators mediators;
    @Autowired Matters matters;
    @Autowired AuditVerification audit;

    @Test
    void theOneWhoKnowsTheSubjectIsSuggestedFirstWithReasons() {
        MatterId matter = mediated.dispute();

        MediatorSuggestion best = Actors.as(mediated.dispatcher, () -> mediators.suggest(matter)).getFirst();

        assertThat(best.reasons()).contains(MediatorSuggestion.Reason.SPECIALTY);
        assertThat(best.recused()).isFalse();
    }

    @Test
    void theRecusedIsSuggestedLastAndRefused() {
        MatterId matter = mediated.dispute();
        Actors.run(mediator, () -> mediators.recuse(matter, mediated.first, RecusalGround.KINSHIP));

        assertThat(Actors.as(mediated.dispatcher, () -> mediators.suggest(matter)).getLast().mediator().id()).isEqualTo(mediated.first);
        assertThatThrownBy(() -> mediated.opened(matter)).hasMessage("RULE_REFUSED: MEDIATION_RECUSED");
    }

    @Test
    void domesticViolenceIsNeverMediated() {
        MatterId violence = mediated.dispute("0107");

        assertThatThrownBy(() -> mediated.opened(violence)).hasMessage("RULE_REFUSED: MEDIATION_NEVER");
    }

    @Test
    void whatPeoplesMediationMayNotTakeIsRefusedWithTheReason() {
        assertThatThrownBy(() -> mediated.opened(mediated.dispute("1701"))).hasMessage("RULE_REFUSED: MEDIATION_EXCLUDED_ADMINISTRATIVE");
        assertThatThrownBy(() -> mediated.opened(mediated.dispute("1801"))).hasMessage("RULE_REFUSED: MEDIATION_EXCLUDED_LITIGATION");
    }

    @Test
    void twoMediationsAtOnceOfOneMatterAreRefused() {
        MatterId matter = mediated.dispute();
        mediated.opened(matter);

        assertThatThrownBy(() -> mediated.opened(matter)).hasMessage("ALREADY_EXISTS: MEDIATION_OPEN");
    }

    @Test
    void aWindowClerkAssignsNobody() {
        MatterId matter = mediated.dispute();

        assertThatThrownBy(() -> Actors.as(staff.windowClerk().actor(), () -> mediations.open(matter, mediated.first, Origin.APPLIED, null)))
                .hasMessage("FORBIDDEN: MEDIATION_ASSIGN");
    }

    @Test
    void nobodySitsDownBeforeEveryPartyHasAgreed() {
        long mediation = mediated.opened(mediated.dispute());
        mediated.say(mediation, mediated.parties(mediation).getFirst().id(), Consent.AGREED);

        assertThatThrownBy(() -> mediated.session(mediation)).hasMessage("RULE_REFUSED: MEDIATION_CONSENT");
    }

    @Test
    void bothSidesSayTheSameAtOnce() {
        long mediation = mediated.opened(mediated.dispute());
        List<Long> parties = mediated.parties(mediation).stream().map(MediationCase.CaseParty::id).toList();
        Actors.run(mediator, () -> mediations.consent(mediation, parties, Consent.AGREED, Mode.WRITTEN, null));

        assertThat(mediated.parties(mediation)).extracting(MediationCase.CaseParty::consent, MediationCase.CaseParty::mode)
                .containsOnly(tuple(Consent.AGREED, Mode.WRITTEN)).hasSize(2);
        assertThat(Actors.as(mediator, () -> matters.detail(new MatterId(read(mediation).matterId()))).orElseThrow().timeline())
                .extracting(MatterDetail.Entry::action).endsWith("RECORD_CONSENT", "RECORD_CONSENT");
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    @Test
    void bothAgreeWhereItIsOpened() {
        MatterId matter = mediated.dispute();
        long mediation = Actors.as(mediator, () -> mediations.open(matter, mediated.first, Origin.APPLIED, agreed(sides(matter))));

        assertThat(mediated.parties(mediation)).extracting(MediationCase.CaseParty::consent, MediationCase.CaseParty::mode)
                .containsOnly(tuple(Consent.AGREED, Mode.WRITTEN)).hasSize(2);
        assertThat(Actors.as(mediator, () -> matters.detail(matter)).orElseThrow().timeline()).extracting(MatterDetail.Entry::action)
                .endsWith("OPEN_MEDIATION", "RECORD_CONSENT", "RECORD_CONSENT");
        assertThat(audit.verify(Map.of()).fault()).isNull();
        assertThat(mediated.session(mediation)).isPositive();
    }

    @Test
    void whoIsNoSideKeepsItFromBeingOpened() {
        MatterId matter = mediated.dispute();
        Mediations.Agreed both = agreed(List.of(sides(matter).getFirst(), 1L));

        assertThatThrownBy(() -> Actors.as(mediated.dispatcher, () -> mediations.open(matter, mediated.first, Origin.APPLIED, both)))
                .satisfies(fields("agreed.partyIds[1]", "UNKNOWN"));
        assertThat(Actors.as(mediated.dispatcher, () -> mediations.of(matter))).isEmpty();
    }

    @Test
    void whoAssignsWithoutRecordingSaysNothingForTheParties() {
        MatterId matter = mediated.dispute();
        Mediations.Agreed both = agreed(sides(matter));
        Actor bureau = staff.holding(Role.JUSTICE_BUREAU, staff.units().county().id()).actor();

        assertThatThrownBy(() -> Actors.as(bureau, () -> mediations.open(matter, mediated.first, Origin.APPLIED, both)))
                .hasMessage("FORBIDDEN: MEDIATION_KEEP");
    }

    private static Mediations.Agreed agreed(List<Long> parties) {
        return new Mediations.Agreed(parties, Mode.WRITTEN, null);
    }

    private List<Long> sides(MatterId matter) {
        return Actors.as(mediated.dispatcher, () -> matters.detail(matter)).orElseThrow().parties().stream().map(MatterDetail.Person::id).toList();
    }

    @Test
    void whoIsNoSideSaysNothingNorDoTheOthers() {
        long mediation = mediated.opened(mediated.dispute());
        long party = mediated.parties(mediation).getFirst().id();

        assertThatThrownBy(() -> Actors.run(mediator, () -> mediations.consent(mediation, List.of(party, 1L), Consent.AGREED, Mode.ORAL, null)))
                .satisfies(fields("partyIds[1]", "UNKNOWN"));
        assertThat(mediated.parties(mediation)).extracting(MediationCase.CaseParty::consent).containsOnlyNulls();
    }

    @Test
    void aRefusalEndsTheMediation() {
        long mediation = mediated.opened(mediated.dispute());
        mediated.say(mediation, mediated.parties(mediation).getLast().id(), Consent.REFUSED);

        assertThat(read(mediation).state()).isEqualTo(State.STOPPED);
        assertThatThrownBy(() -> mediated.session(mediation)).hasMessage("WRONG_STATE");
    }

    @Test
    void aPartyMayHaveAnotherMediator() {
        long mediation = mediated.consented();
        mediated.say(mediation, mediated.parties(mediation).getFirst().id(), Consent.OTHER_MEDIATOR);

        assertThat(read(mediation).mediatorId()).isNull();
        assertThatThrownBy(() -> Actors.run(mediated.dispatcher, () -> mediations.assign(mediation, mediated.first, null)))
                .hasMessage("RULE_REFUSED: MEDIATION_RECUSED");
        Actors.run(mediated.dispatcher, () -> mediations.assign(mediation, mediated.second, null));
        assertThat(read(mediation).mediatorId()).isEqualTo(mediated.second);
    }

    @Test
    void afterAFailureAnotherAttemptIsOpened() {
        MatterId matter = mediated.dispute();
        long first = mediated.opened(matter);
        Actors.run(mediator, () -> mediations.end(first, State.FAILED, "分歧太大"));

        assertThat(read(mediated.opened(matter)).attempt()).isEqualTo(2);
    }
}
