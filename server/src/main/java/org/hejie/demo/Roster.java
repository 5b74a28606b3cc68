package org.hejie.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hejie.org.Actor;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;

/** The staff of the demo county as those who act in its histories. */
final class Roster {

    private final Map<Place, List<Actor>> actors = new HashMap<>();
    private final Map<String, Actor> byUsername = new HashMap<>();

    private record Place(Role role, UnitId unit) {
    }

    /** Somebody who works from that day on. */
    void add(String username, StaffId id, String displayName, Role role, UnitId unit, LocalDate since) {
        Actor actor = Actor.staff(id, displayName, new Post(new PostId(id.value()), id, role, unit, null, since, null));
        actors.computeIfAbsent(new Place(role, unit), place -> new ArrayList<>()).add(actor);
        byUsername.put(username, actor);
    }

    /** Anybody of the role at the unit. */
    Actor any(Role role, UnitId unit, Dice dice) {
        List<Actor> all = actors.get(new Place(role, unit));
        if (all == null) {
            throw new IllegalStateException("nobody is " + role + " at unit " + unit.value());
        }
        return dice.pick(all);
    }

    Actor named(String username) {
        return byUsername.get(username);
    }
}
