package org.hejie.referral.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hejie.referral.LawsuitAssessment;
import org.hejie.referral.LawsuitFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Number of people, amount, repeated parties: the highest row of each that is reached counts. */
@Component
class SimpleReasons implements LawsuitAssessment {

    private final ReferralRules rules;

    SimpleReasons(ReferralRules rules) {
        this.rules = rules;
    }

    @Override
    public Assessed of(LawsuitFacts facts) {
        Map<String, Integer> reached = new LinkedHashMap<>();
        for (ReferralRules.Reason reason : rules.reasons()) {
            BigDecimal value = value(reason.what().code(), facts);
            if (value != null && value.compareTo(reason.from()) >= 0) {
                reached.merge(reason.what().code(), reason.points(), Math::max);
            }
        }
        return new Assessed(reached.values().stream().mapToInt(Integer::intValue).sum(), reached.keySet().stream().toList(), rules.version());
    }

    private static @Nullable BigDecimal value(String code, LawsuitFacts facts) {
        return switch (code) {
            case "PEOPLE" -> facts.people() == null ? null : BigDecimal.valueOf(facts.people());
            case "AMOUNT" -> facts.amount();
            case "REPEATED" -> BigDecimal.valueOf(facts.repeated());
            default -> null; // a reason that another assessment knows
        };
    }
}
