package org.hejie.routing.internal;

import java.math.BigDecimal;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Category;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.routing.RoutingQuestion;
import org.jspecify.annotations.Nullable;

/** A question in the terms of the tables, the place reduced to its level. */
record Facts(
        Category category,
        Category branch,
        SourceLine line,
        Level level,
        BigDecimal people,
        BigDecimal amount,
        @Nullable SafetyFact safety,
        boolean redRisk,
        @Nullable ProcedureId chosen) {

    static Facts of(RoutingQuestion question, Category category, Category branch) {
        return new Facts(
                category,
                branch,
                question.line(),
                Level.of(question.grid(), question.area()),
                BigDecimal.valueOf(question.people() == null ? 1 : question.people()),
                question.amount() == null ? BigDecimal.ZERO : question.amount(),
                question.safety().stream().sorted().findFirst().orElse(null),
                question.redRisk(),
                question.chosen());
    }
}
