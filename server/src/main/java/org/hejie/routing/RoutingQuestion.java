package org.hejie.routing;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.jspecify.annotations.Nullable;

/**
 * What the rules ask about a matter.
 *
 * @param category the main category, second level
 * @param line the line it came in by
 * @param grid the grid it lies in, or null when unknown
 * @param area the smallest area known, or null when unknown; the grid goes before it
 * @param people how many are involved, or null when unknown: then one is supposed
 * @param amount yuan, or null when unknown: then none is supposed
 * @param safety what keeps it with the police
 * @param redRisk whether it stands at red risk
 * @param chosen the procedure chosen at registration, or null when the rules shall suggest one
 */
public record RoutingQuestion(
        CategoryCode category,
        SourceLine line,
        @Nullable GridCode grid,
        @Nullable AreaCode area,
        @Nullable Integer people,
        @Nullable BigDecimal amount,
        Set<SafetyFact> safety,
        boolean redRisk,
        @Nullable ProcedureId chosen) {

    /** @throws IllegalArgumentException when people or amount are negative */
    public RoutingQuestion {
        safety = safety.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(safety));
        if (people != null && people < 0 || amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("people and amount are not negative");
        }
    }

    /** The shortest question: a category, a line and a place. */
    public static RoutingQuestion of(
            CategoryCode category, SourceLine line, @Nullable GridCode grid, @Nullable AreaCode area) {
        return new RoutingQuestion(category, line, grid, area, null, null, Set.of(), false, null);
    }

    /** The same with so many people and yuan. */
    public RoutingQuestion involving(@Nullable Integer people, @Nullable BigDecimal amount) {
        return new RoutingQuestion(category, line, grid, area, people, amount, safety, redRisk, chosen);
    }

    /** The same with what keeps it with the police. */
    public RoutingQuestion with(Set<SafetyFact> safety) {
        return new RoutingQuestion(category, line, grid, area, people, amount, safety, redRisk, chosen);
    }

    /** The same at red risk or not. */
    public RoutingQuestion atRedRisk(boolean redRisk) {
        return new RoutingQuestion(category, line, grid, area, people, amount, safety, redRisk, chosen);
    }

    /** The same under a procedure already chosen. */
    public RoutingQuestion under(@Nullable ProcedureId chosen) {
        return new RoutingQuestion(category, line, grid, area, people, amount, safety, redRisk, chosen);
    }
}
