package org.hejie.subsidy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hejie.subsidy.SubsidyRow.Band;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;

/** The rules that are shipped. */
class SubsidyRulesTest {

    private final SubsidyRules.Version rules = shipped().on(LocalDate.of(2026, 1, 1));

    private static SubsidyRules shipped() {
        try {
            return new SubsidyRules(new DefaultResourceLoader());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void oneReasonIsEnoughForAHarderBand() {
        assertThat(rules.band(2, 1, null)).isEqualTo(Band.SIMPLE);
        assertThat(rules.band(2, 2, null)).isEqualTo(Band.ORDINARY);
        assertThat(rules.band(2, 0, new BigDecimal("100000"))).isEqualTo(Band.HARD);
    }

    @Test
    void pointsAndAnOralAgreementLessenTheAmount() {
        assertThat(rules.amount(Band.ORDINARY, false, 85)).isEqualByComparingTo("200");
        assertThat(rules.amount(Band.ORDINARY, false, 84)).isEqualByComparingTo("140");
        assertThat(rules.amount(Band.ORDINARY, true, 84)).isEqualByComparingTo("84");
        assertThat(rules.amount(Band.HARD, false, 59)).isZero();
        assertThat(rules.pays(60)).isTrue();
        assertThat(rules.pays(59)).isFalse();
    }

    @Test
    void oneStrongReasonOrThreeWeakOnesMarkASplit() {
        assertThat(rules.suspicious(List.of("LINKED"))).isTrue();
        assertThat(rules.suspicious(List.of("SAME_CATEGORY", "SAME_MEDIATOR"))).isFalse();
        assertThat(rules.suspicious(List.of("ONE_PARTY", "SAME_CATEGORY", "SAME_MEDIATOR"))).isTrue();
    }

    @Test
    void pointsAreTakenAwayWithTheirReasonAndNeverBelowNothing() {
        var facts = new DossierScore.Facts(List.of("a", "b"), false, true, 0, 0, 1);

        DossierScore score = DossierScore.of(facts, rules.deductions());

        assertThat(score.points()).isEqualTo(15);
        assertThat(score.marks()).extracting(mark -> mark.code() + mark.points())
                .containsExactly("MISSING_PAPER-15", "MISSING_PAPER-15", "NOT_BOUND-15", "LATE-10", "NO_SESSION-10", "PERFORMED_LATE-20");
    }
}
