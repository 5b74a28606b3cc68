package org.hejie.routing.internal;

import java.util.List;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.RoutingTarget;

/** What the tables say, before the unit of the day is looked up. */
record Answer(
        RoutingTarget target, ProcedureId procedure, String limitKey, boolean riskCheck, List<MatchedRule> rules) {

    Answer {
        rules = List.copyOf(rules);
    }
}
