package org.hejie.joint.internal;

import java.time.Instant;
import java.util.List;
import org.hejie.joint.JointSession.State;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;

/** What must be known of a session to do something to it. @param units called; @param unmarked of these, come or not unknown */
record Session(long id, MatterId matter, State state, UnitId calledUnit, Instant calledAt, boolean signed, int version,
        List<UnitId> units, int unmarked) {

    Session {
        units = List.copyOf(units);
    }

    /** Whether the unit takes part: called, or calling. */
    boolean includes(UnitId unit) {
        return calledUnit.equals(unit) || units.contains(unit);
    }
}
