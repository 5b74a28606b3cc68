package org.hejie.routing;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;

/**
 * What the rules suggest. The dispatcher decides.
 *
 * @param target whom the rules mean
 * @param unit the unit that is today; empty when the county has none such
 * @param procedure by which procedure
 * @param limitKey the key of the limit in that procedure
 * @param riskCheck whether a risk check is forced before dispatch
 * @param version the version of the rules that was asked
 * @param rules every rule that matches, in the order of decisions and tables
 */
public record RoutingSuggestion(
        RoutingTarget target,
        Optional<UnitId> unit,
        ProcedureId procedure,
        String limitKey,
        boolean riskCheck,
        int version,
        List<MatchedRule> rules) {

    public RoutingSuggestion {
        rules = List.copyOf(rules);
    }

    /** The rule the suggestion follows in that decision. */
    public MatchedRule rule(RoutingDecision decision) {
        return rules.stream()
                .filter(rule -> rule.decision() == decision && rule.applied())
                .findFirst()
                .orElseThrow();
    }
}
