package org.hejie.routing.internal;

import java.util.List;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingDecision;
import org.hejie.routing.RoutingTarget;

/** What the tables say, before the unit of the day is looked up. */
record Answer(
        RoutingTarget target, ProcedureId procedure, String limitKey, boolean riskCheck, List<MatchedRule> rules) {

    Answer {
        rules = List.copyOf(rules);
    }

    /**
     * The answer of the rows that matched, those of each table in its order, the first of each applied.
     *
     * @throws IllegalStateException when a table has none
     */
    static Answer of(List<MatchedRule> rules) {
        return new Answer(
                Vocabulary.target(outcome(rules, RoutingDecision.UNIT)).orElseThrow(),
                new ProcedureId(outcome(rules, RoutingDecision.PROCEDURE)),
                outcome(rules, RoutingDecision.LIMIT),
                Boolean.parseBoolean(outcome(rules, RoutingDecision.RISK_CHECK)),
                rules);
    }

    private static String outcome(List<MatchedRule> rules, RoutingDecision decision) {
        for (var rule : rules) {
            if (rule.decision() == decision && rule.applied()) {
                return rule.outcome();
            }
        }
        throw new IllegalStateException("no rule of " + decision + " matches");
    }
}
