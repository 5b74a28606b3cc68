package org.hejie.matter.list;

import java.util.ArrayList;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader's lists go: what row-level security would leave of a list anyway, said so that an index finds it.
 *
 * @param county whether he reads the whole county
 * @param units  his post's unit and all below it; empty for the county
 * @param center the town centre his post lies at, if its scope is that centre's and no more; null also once it took over another
 */
record Reach(boolean county, List<Long> units, @Nullable Long center) {

    /** @throws Problem FORBIDDEN if the reader's post gives no key */
    static Reach of(Actor reader, Units units) {
        if (reader.activePost() == null || reader.activePost().scopeUnit() == null) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        Unit top = units.get(reader.activePost().scopeUnit());
        return switch (top.kind()) {
            case COUNTY -> new Reach(true, List.of(), null);
            case TOWN_CENTER -> new Reach(false, subtree(top.id(), units),
                    units.former(top.id()).isEmpty() ? top.id().value() : null);
            case COUNTY_CENTER, VILLAGE, GRID, DEPARTMENT, STATIONED_AGENCY, COMMITTEE ->
                    new Reach(false, subtree(top.id(), units), null);
        };
    }

    private static List<Long> subtree(UnitId top, Units units) {
        List<Long> found = new ArrayList<>();
        found.add(top.value());
        units.former(top).forEach(former -> found.add(former.value()));
        for (int i = 0; i < found.size(); i++) {
            units.children(new UnitId(found.get(i))).forEach(child -> found.add(child.id().value()));
        }
        return List.copyOf(found);
    }
}
