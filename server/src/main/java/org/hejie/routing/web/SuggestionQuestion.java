package org.hejie.routing.web;

import java.util.Set;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.routing.RoutingQuestion;
import org.jspecify.annotations.Nullable;

/** Asks the rules about a matter that is registered. */
final class SuggestionQuestion {

    private SuggestionQuestion() {}

    /** The procedure it began with counts as chosen. */
    static RoutingQuestion about(MatterDetail matter, boolean redRisk) {
        var grid = matter.place().gridCode();
        return new RoutingQuestion(
                new CategoryCode(String.valueOf(matter.category().code())),
                SourceLine.valueOf(matter.line()),
                grid == null ? null : new GridCode(grid),
                area(matter.place().area()),
                matter.people(),
                matter.amount(),
                Set.copyOf(matter.safety()),
                redRisk,
                new ProcedureId(matter.procedure().id()));
    }

    /** The same, from what a list knows of it. */
    static RoutingQuestion about(PastCase matter) {
        return new RoutingQuestion(
                new CategoryCode(matter.category()),
                matter.line(),
                matter.grid() == null ? null : new GridCode(matter.grid()),
                matter.area() == null ? null : AreaCode.parse(matter.area()),
                matter.people(),
                matter.amount(),
                matter.safety(),
                matter.redRisk(),
                new ProcedureId(matter.procedure()));
    }

    private static @Nullable AreaCode area(MatterDetail.@Nullable Named area) {
        return area == null || area.code() == null ? null : new AreaCode(area.code());
    }
}
