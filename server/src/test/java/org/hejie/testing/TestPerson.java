package org.hejie.testing;

import org.hejie.org.Actor;
import org.hejie.org.StaffId;
import org.hejie.shared.scope.Scope;

/**
 * Somebody made for a test.
 *
 * @param actor    as whom work runs: {@code Actors.as(person.actor(), …)}
 * @param username to sign in with {@link TestStaff#PASSWORD}, if given one by {@link TestStaff#withPassword}
 * @param token    for {@code Authorization: Bearer …}
 */
public record TestPerson(Actor actor, String username, String token) {

    public StaffId id() {
        return actor.staffId().orElseThrow();
    }

    public Scope scope() {
        return actor.scope();
    }

    /** Value of the header {@code Authorization}. */
    public String bearer() {
        return "Bearer " + token;
    }
}
