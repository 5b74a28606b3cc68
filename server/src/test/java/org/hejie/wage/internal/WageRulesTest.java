package org.hejie.wage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hejie.wage.ClaimFact;
import org.hejie.wage.WageClaim.Link;
import org.hejie.wage.WageClaim.LimitState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Who pays first, and until when there is arbitration. */
class WageRulesTest {

    private final WageRules rules = new WageRules(new DefaultResourceLoader());

    WageRulesTest() throws IOException {
    }

    /** Labour Dispute Mediation and Arbitration Law, art. 27 para. 4: within one year of the end of the labour relation. */
    @ParameterizedTest
    @CsvSource({
        ",           2026-03-10, NONE",
        "2025-03-10, 2026-02-09, RUNNING",
        "2025-03-10, 2026-02-10, NEAR",
        "2025-03-10, 2026-03-10, NEAR",
        "2025-03-10, 2026-03-11, PASSED",
        "2024-02-29, 2025-02-28, NEAR",
        "2024-02-29, 2025-03-01, PASSED"})
    void arbitrationEndsAYearAfterTheLabourRelation(LocalDate left, LocalDate today, LimitState wanted) {
        assertThat(rules.limit(left, today)).isEqualTo(wanted);
    }

    /** State Council Order 724, arts. 16, 29, 30, 36, 37. */
    @ParameterizedTest
    @CsvSource({
        "true,                   , SUBCONTRACTOR,    GENERAL_CONTRACTOR",
        "false,                  , EMPLOYER,         GENERAL_CONTRACTOR",
        "true,  SUBLET_WHOLE,      SUBLET_WHOLE,     GENERAL_CONTRACTOR",
        "true,  LET_TO_UNQUALIFIED, UNQUALIFIED,     GENERAL_CONTRACTOR",
        "true,  LENT_NAME,         LENT_NAME,        GENERAL_CONTRACTOR",
        "true,  PROJECT_UNLAWFUL,  UNLAWFUL_PROJECT, DEVELOPER"})
    void whoPaysFirst(boolean subcontractor, ClaimFact fact, String rule, Link payer) {
        Map<Link, String> named = subcontractor ? Map.of(Link.GENERAL_CONTRACTOR, "总包", Link.SUBCONTRACTOR, "分包")
                : Map.of(Link.GENERAL_CONTRACTOR, "总包");

        assertThat(rules.payers(fact == null ? Set.of() : Set.of(fact), named).getFirst())
                .matches(first -> first.code().equals(rule) && first.link() == payer);
    }

    /** Art. 29: the developer advances what it still owes, besides the contractor. */
    @Test
    void aLateDeveloperAdvancesBesidesTheContractor() {
        assertThat(rules.payers(Set.of(ClaimFact.DEVELOPER_LATE), Map.of(Link.GENERAL_CONTRACTOR, "总包", Link.SUBCONTRACTOR, "分包")))
                .extracting(payer -> payer.code()).containsExactly("SUBCONTRACTOR", "DEVELOPER_LATE", "DIRECT_LIABILITY");
    }
}
