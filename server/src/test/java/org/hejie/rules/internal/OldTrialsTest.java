package org.hejie.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RuleVersion;
import org.hejie.rules.Rules;
import org.hejie.rules.Trials;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class OldTrialsTest {

    private static final RuleSet ROUTING = new RuleSet(RuleKind.ROUTING, "routing");

    @Autowired Rules rules;
    @Autowired Trials trials;
    @Autowired TakingEffect taking;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;

    private Actor dispatcher;

    @BeforeEach
    void people() {
        dispatcher = staff.dispatcher().actor();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aTrialOutlivesItsVersionByAMonth() {
        var version = tried();
        rules.submit(dispatcher, version.id(), "请批准");
        rules.withdraw(dispatcher, version.id(), "弄错了");

        lookAfter(Duration.ofDays(Trials.KEPT_DAYS - 1));
        assertThat(trials.of(dispatcher, version.id())).hasSize(1);

        lookAfter(Duration.ofDays(2));
        assertThat(trials.of(dispatcher, version.id())).isEmpty();
    }

    @Test
    void theTrialOfADraftIsKeptHoweverOld() {
        var draft = tried();

        lookAfter(Duration.ofDays(Trials.KEPT_DAYS + 1));

        assertThat(trials.of(dispatcher, draft.id())).hasSize(1);
        rules.discard(dispatcher, draft.id());
        assertThat(trials.of(dispatcher, draft.id())).isEmpty();
    }

    private RuleVersion tried() {
        var draft = rules.draft(dispatcher, ROUTING, "试");
        Actors.as(dispatcher, () -> rules.tryOut(dispatcher, draft.id(), 1));
        return draft;
    }

    private void lookAfter(Duration span) {
        clock.advance(span);
        taking.look();
    }
}
