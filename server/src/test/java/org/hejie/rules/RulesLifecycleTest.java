package org.hejie.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditEntryRow;
import org.hejie.audit.AuditRecord;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.org.Actors;
import org.hejie.place.AreaCode;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingQuestion;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class RulesLifecycleTest extends RoutingDrafts {

    private static final RoutingQuestion WAGES =
            RoutingQuestion.of(new CategoryCode("0401"), SourceLine.WINDOW, null, new AreaCode("620123104"));

    @Autowired Routing routing;
    @Autowired AuditRecord audit;

    @Test
    void approvedRulesAnswerFromTheirTimeOnAndNotBefore() {
        var before = routing.suggest(WAGES);
        var draft = submitted("县综治中心");
        clock.setTo(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        Instant effective = clock.instant().plus(Duration.ofDays(3));

        rules.approve(director, draft.id(), effective, "好");

        assertThat(routing.suggest(WAGES)).isEqualTo(before);
        clock.setTo(effective);
        assertThat(routing.suggest(WAGES).target()).hasToString("COUNTY_CENTER");
        assertThat(routing.suggest(WAGES).version()).isEqualTo(draft.number());
        clock.reset();
    }

    @Test
    void nobodyApprovesWhatHeDrafted() {
        var draft = rules.draft(director, ROUTING, "试");
        write(director, draft, "县综治中心");
        tryOut(director, draft.id());
        rules.submit(director, draft.id(), "好");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), soon(), "好"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.reasonCode()).isEqualTo("RULES_OWN_DRAFT"));
    }

    @Test
    void nobodyApprovesWhatHeChangedInAnothersDraft() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(director, draft, "县综治中心");
        tryOut(dispatcher, draft.id());
        rules.submit(dispatcher, draft.id(), "好");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), soon(), "好"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.reasonCode()).isEqualTo("RULES_OWN_DRAFT"));
    }

    @Test
    void aDispatcherMayNotApprove() {
        var draft = submitted("县综治中心");

        assertThatThrownBy(() -> rules.approve(staff.dispatcher().actor(), draft.id(), soon(), "好")).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void whatHasErrorsIsNotSubmitted() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "某个局");

        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_ERRORS");
    }

    @Test
    void rulesThatRouteToAnUnknownUnitAreRefused() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "某个局(nowhere)");

        assertThat(rules.check(rules.version(draft.id()))).extracting(RuleFinding::code).containsExactly("UNIT_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<definitions", "not a model at all", "{}"})
    void aMalformedFileIsAFindingAndIsNotSubmitted(String text) {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        rules.write(dispatcher, draft.id(), draft.revision(), text);

        assertThat(rules.check(rules.version(draft.id()))).isNotEmpty().allMatch(RuleFinding::isError);
        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_ERRORS");
    }

    @Test
    void whatWasNotTriedIsNotSubmitted() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThatThrownBy(() -> rules.submit(dispatcher, draft.id(), "好")).hasMessageContaining("RULES_UNTRIED");
    }

    @Test
    void aChangeAfterTheTrialAsksForAnother() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        tryOut(dispatcher, draft.id());
        write(dispatcher, rules.version(draft.id()), "县综治中心");

        assertThat(rules.version(draft.id()).trial()).isNull();
    }

    @Test
    void anOldPageDoesNotOverwriteANewerText() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThatThrownBy(() -> write(dispatcher, draft, "县公安局(police)")).hasMessageContaining("STALE");
    }

    @Test
    void onlyOneDraftIsOpen() {
        rules.draft(dispatcher, ROUTING, "试");

        assertThatThrownBy(() -> rules.draft(director, ROUTING, "也试")).hasMessageContaining("RULES_DRAFT_OPEN");
    }

    @Test
    void whatIsWithdrawnBeforeItsTimeNeverHolds() {
        var before = routing.suggest(WAGES);
        var draft = submitted("县综治中心");
        rules.approve(director, draft.id(), clock.instant().plus(Duration.ofDays(2)), "好");

        rules.withdraw(dispatcher, draft.id(), "弄错了");

        clock.setTo(clock.instant().plus(Duration.ofDays(5)));
        assertThat(routing.suggest(WAGES).target()).isEqualTo(before.target());
    }

    @Test
    void nothingTakesEffectInThePast() {
        var draft = submitted("县综治中心");

        assertThatThrownBy(() -> rules.approve(director, draft.id(), clock.instant().minusSeconds(60), "好"))
                .hasMessageContaining("INVALID_FIELDS");
    }

    @Test
    void approvedAtOnceItHoldsAtOnce() {
        var number = submittedAsItIs();

        var approved = rules.approve(director, rules.history(ROUTING).getFirst().id(), null, "好");

        assertThat(approved.effectiveAt()).isNotNull();
        assertThat(routing.suggest(WAGES).version()).isEqualTo(number);
    }

    @Test
    void atOnceIsNotInThePastWhileTheClockGoesOn() {
        submittedAsItIs();
        clock.hurry();
        try {
            assertThat(rules.approve(director, rules.history(ROUTING).getFirst().id(), null, "好").effectiveAt()).isNotNull();
        } finally {
            clock.reset();
        }
    }

    @Test
    void theDifferenceNamesTheRow() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, "县综治中心");

        assertThat(rules.differences(rules.version(draft.id()))).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(RuleDifference.Kind.CHANGED);
            assertThat(difference.place()).isEqualTo("R16");
        });
    }

    @Test
    void everyStepIsInTheAuditRecord() {
        var draft = submitted("县综治中心");

        var entries = Actors.as(staff.auditAdmin().actor(), () -> audit.entries(
                new AuditEntryFilter(null, null, null, "rule-version", draft.id(), null, null), null, 50)).items();
        assertThat(entries).extracting(AuditEntryRow::action)
                .containsExactly("RULES_SUBMITTED", "RULES_TRIED", "RULES_CHANGED", "RULES_DRAFTED");
    }

    private RuleVersion submitted(String unit) {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        write(dispatcher, draft, unit);
        tryOut(dispatcher, draft.id());
        return rules.submit(dispatcher, draft.id(), "请批准");
    }

    /** A new version that says what the one before says. */
    private int submittedAsItIs() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        tryOut(dispatcher, draft.id());
        return rules.submit(dispatcher, draft.id(), "请批准").number();
    }

    private Instant soon() {
        return clock.instant().plus(Duration.ofHours(1));
    }
}
