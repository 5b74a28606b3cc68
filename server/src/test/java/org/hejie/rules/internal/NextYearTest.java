package org.hejie.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.Rules;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HejieTest
class NextYearTest {

    @Autowired TakingEffect taking;
    @Autowired Rules rules;
    @Autowired TestClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theYearAfterNextComesWithANewYearWhileTheServerRuns() {
        clock.setTo(Instant.parse("2029-12-31T15:59:59Z"));
        taking.look();
        assertThat(rules.standings()).extracting(Rules.Standing::set).doesNotContain(year("2031"));

        clock.setTo(Instant.parse("2029-12-31T16:00:00Z"));
        assertThat(rules.standings()).extracting(Rules.Standing::set).doesNotContain(year("2031"));
        taking.look();

        assertThat(rules.standings()).extracting(Rules.Standing::set).contains(year("2031"));
    }

    private static RuleSet year(String name) {
        return new RuleSet(RuleKind.CALENDAR, name);
    }
}
