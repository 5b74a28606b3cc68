package org.hejie.org;

import java.util.List;
import java.util.Optional;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;

/**
 * All units of the county, answered from memory: cheap enough for every request, inside or outside a transaction.
 * "Today" is the day in Asia/Shanghai.
 */
public interface Units {

    /**
     * The unit with a number, ended ones included.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND if there never was one
     */
    Unit get(UnitId id);

    /** The unit with a number, ended ones included. */
    Optional<Unit> find(UnitId id);

    /** The unit with a code, ended ones included: {@code 620123-07}, a village's or grid's code, {@code housing}. */
    Optional<Unit> byCode(String code);

    /**
     * The county.
     *
     * @throws IllegalStateException if no units have been made yet
     */
    Unit county();

    /**
     * The county's centre, where matters are dispatched. The county itself while no centre is known.
     *
     * @throws IllegalStateException if no units have been made yet
     */
    Unit countyCenter();

    /** The unit of a grid. */
    Optional<Unit> ofGrid(GridCode grid);

    /** The unit of a village. */
    Optional<Unit> ofVillage(AreaCode village);

    /**
     * The centre that manages a town today; the county's centre where none does.
     *
     * @throws IllegalArgumentException if the area is larger than a town
     */
    Unit ofTown(AreaCode town);

    /**
     * The unit that stands for a source line (1 to 8, {@code matter.SourceLine}) and may see what came by it;
     * empty for a line whose senders are many, such as the grids.
     */
    Optional<Unit> ofLine(int line);

    /**
     * The unit and all above it, up to the county. For a grid: grid, village, the centre that manages
     * its town today, county.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND if there is no such unit
     */
    List<UnitId> lineage(UnitId id);

    /** Whether the one unit is the other or lies below it. */
    boolean isWithin(UnitId lower, UnitId upper);

    /**
     * Ended units outside this unit's subtree whose work a unit within it took over (merge, split): whoever holds this unit's
     * key holds theirs.
     */
    List<UnitId> former(UnitId scope);

    /** The units that follow an ended one; several after a split, none if nothing follows. */
    List<UnitId> successors(UnitId ended);

    /** Ended units that others follow. */
    List<UnitId> ended();

    /** The units in force today whose parent is this one, by code. */
    List<Unit> children(UnitId parent);

    /** All units in force today, by code. */
    List<Unit> all();
}
