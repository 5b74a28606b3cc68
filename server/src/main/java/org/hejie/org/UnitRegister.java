package org.hejie.org;

/** Adds units that no area, centre or grid stands for. */
public interface UnitRegister {

    /**
     * Adds a unit; by the system administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; ALREADY_EXISTS if the code is taken; INVALID_FIELDS if there is no
     *         such parent
     */
    UnitId add(Actor by, NewUnit unit);
}
