package org.hejie.org;

/**
 * Entry for a unit below one's own (代录), so that no town's clerk has to sign in as a village.
 * Source: domain.md §4. Both names are recorded.
 */
public interface ProxyEntry {

    /**
     * The actor in the name of the unit below.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN with reason {@code PROXY_NOT_ALLOWED} if the post does not
     *         allow it, {@code PROXY_NOT_BELOW} if the unit is not below the actor's own
     */
    Actor inTheNameOf(Actor actor, UnitId unit);
}
