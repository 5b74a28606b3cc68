package org.hejie.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The door to areas, grids and centres. Everything is answered from memory, so it may be asked as
 * often as one likes, inside or outside a transaction. "Today" is the day in Asia/Shanghai.
 */
public interface Places {

    /**
     * The area with a code: the version in force today or, for an abolished one, the last version, so
     * that old papers still show a name.
     */
    Optional<Area> area(AreaCode code);

    /** The version of an area in force on a day. */
    Optional<Area> area(AreaCode code, LocalDate on);

    /** The areas one level below that are in force today, by code. */
    List<Area> children(AreaCode parent);

    /** The areas known that have no parent: the provinces, in force today, by code. */
    List<Area> roots();

    /** The area and all above it that are known, from the province down; empty if it is not known. */
    List<Area> path(AreaCode code);

    /**
     * The grid a point lies in today. A point on a border belongs to the grid with the lowest code; a
     * point outside every grid to none. A point from a phone's map is converted first, see
     * {@link Gcj02}.
     */
    Optional<Grid> gridAt(LonLat point);

    /** The grid with a code: the version in force today or, for an abolished one, the last. */
    Optional<Grid> grid(GridCode code);

    /** The grids of an area of any level that are in force today, by code. */
    List<Grid> gridsOf(AreaCode area);

    /** All centres that work today, by number. */
    List<Center> centers();

    /** The centre with a number: as it is today or, for a closed one, as it last was. */
    Optional<Center> center(CenterId id);

    /**
     * The centre that manages an area on a day. A village is managed by its town's centre.
     *
     * @throws NoManagingCenter if none does
     */
    CenterId managingCenter(AreaCode town, LocalDate on);

    /**
     * The towns a centre manages on a day, in custody included, by code. The county's centre stands
     * over the others but manages no town itself.
     */
    List<AreaCode> townsOf(CenterId center, LocalDate on);

    /** Every jurisdiction in force on a day, by area. */
    List<Jurisdiction> jurisdictions(LocalDate on);
}
