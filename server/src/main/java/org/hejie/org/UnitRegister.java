package org.hejie.org;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Adds units that no area, centre or grid stands for, renames units, and lets one follow another. */
public interface UnitRegister {

    /**
     * Adds a unit; by the system administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; ALREADY_EXISTS if the code is taken; INVALID_FIELDS if there is no
     *         such parent
     */
    UnitId add(Actor by, NewUnit unit);

    /**
     * Gives a unit another name from a day on; what was written before keeps the name of its day. By the system administrator.
     *
     * @param nameEn null for none
     * @param from   first day of the name, today or later; null for today
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; INVALID_FIELDS
     */
    void rename(Actor by, UnitId unit, String name, @Nullable String nameEn, @Nullable LocalDate from);

    /**
     * Ends units and lets others follow; by the server, once two administrators agreed ({@link Grants}). After a merge the
     * posts of the old units go to the new one, after a split they end and are asked for anew.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code TWO_PERSONS}; INVALID_FIELDS: {@code unitIds} or
     *         {@code successorIds} if a unit is not at work, is the county or its centre, or is of another kind
     */
    void succeed(Actor by, GrantOrder.SucceedUnits order);
}
