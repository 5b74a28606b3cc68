package org.hejie.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.SignInLimits.SignInLimit;
import org.hejie.org.SignInLimits;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class SignInRulesTest {

    private static final RuleSet SIGN_IN = new RuleSet(RuleKind.SIGN_IN, "sign-in");

    @Autowired SignInBook book;
    @Autowired SignInLimits limits;
    @Autowired Rules rules;
    @Autowired TestStaff staff;

    private Actor system;
    private Actor security;
    private List<SignInLimit> before;

    @BeforeEach
    void people() {
        system = staff.systemAdmin().actor();
        security = staff.securityAdmin().actor();
        before = limits.all();
    }

    @AfterEach
    void settle() {
        rules.standings().stream().filter(standing -> standing.set().equals(SIGN_IN)).flatMap(standing -> standing.open().stream())
                .forEach(open -> rules.withdraw(system, open.id(), "aside"));
        limits.put(before);
    }

    @Test
    void theLimitsInForceHaveNoError() {
        assertThat(book.check(SIGN_IN, book.shipped().getFirst().text())).noneMatch(RuleFinding::isError);
    }

    @ParameterizedTest
    @CsvSource({
        "'lock_out_failures,5', 'lock_out_failures,100', RANGE",
        "'password_length,10', 'password_length,4', RANGE",
        "'session_absolute,12', 'session_absolute,1', ''",
        "'session_idle,30', 'session_idle,', NO_NUMBER",
        "'session_idle,', 'session_lazy,', UNKNOWN",
    })
    void whatIsWrongWithLimitsIsSaid(String sound, String wrong, String code) {
        var errors = book.check(SIGN_IN, book.shipped().getFirst().text().replace(sound, wrong)).stream()
                .filter(RuleFinding::isError).map(RuleFinding::code).toList();

        assertThat(errors.isEmpty() ? "" : errors.getFirst()).isEqualTo(code);
    }

    @Test
    void anIdleSpanBeyondTheSessionIsAContradiction() {
        var text = book.shipped().getFirst().text().replace("session_absolute,12", "session_absolute,1").replace("session_idle,30", "session_idle,90");

        assertThat(book.check(SIGN_IN, text).getFirst().code()).isEqualTo("IDLE_BEYOND_SESSION");
    }

    @Test
    void whoHandlesMattersDraftsNone() {
        assertThatThrownBy(() -> rules.draft(staff.director().actor(), SIGN_IN, "试")).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> rules.draft(staff.dispatcher().actor(), SIGN_IN, "试")).hasMessageContaining("FORBIDDEN");
    }

    @Test
    void theSystemAdministratorDoesNotApproveHisOwn() {
        var draft = submitted();

        assertThatThrownBy(() -> rules.approve(system, draft.id(), null, "好")).hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> rules.approve(staff.committee().actor(), draft.id(), null, "好")).hasMessageContaining("FORBIDDEN");
        rules.withdraw(system, draft.id(), "弄错了");
    }

    @Test
    void theSecurityAdministratorApprovesAndItIsPutIn() {
        rules.approve(security, submitted().id(), null, "好");

        book.takeEffect();

        assertThat(limits.grantRequestSpan()).hasDays(15);
    }

    private RuleVersion submitted() {
        var draft = rules.draft(system, SIGN_IN, "试");
        rules.write(system, draft.id(), draft.revision(), draft.text().replaceFirst("grant_request_span,\\d+", "grant_request_span,15"));
        return rules.submit(system, draft.id(), "请批准");
    }
}
