package org.hejie.party;

import java.util.Collection;
import java.util.List;

/**
 * In which matters parties appear. Implemented by the module that keeps the matters, so that a look-up by number can
 * name them while {@code party} knows nothing of matters.
 */
public interface Appearances {

    /** The matters of these parties that lie in the current scope, newest first. */
    List<Appearance> of(Collection<PartyId> parties);

    /**
     * One party in one matter.
     *
     * @param party    who
     * @param matterId id of the matter
     * @param code     its one-matter code (一案一码)
     * @param title    its title
     * @param status   stable code of its status
     */
    record Appearance(PartyId party, long matterId, String code, String title, String status) {}
}
