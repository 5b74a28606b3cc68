package org.hejie.intake.internal;

import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** Who sees the whole of a line: the county and the line's own unit. Figures of a part would be wrong figures. */
final class LineScope {

    private final Units units;

    LineScope(Units units) {
        this.units = units;
    }

    /** The keys of the line's rows. */
    long[] keys(SourceLine line) {
        return keyList(line).stream().mapToLong(Long::longValue).toArray();
    }

    List<Long> keyList(SourceLine line) {
        List<Long> keys = new ArrayList<>(List.of(units.county().id().value()));
        units.ofLine(line.digit()).ifPresent(unit -> keys.add(unit.id().value()));
        return keys;
    }

    /** Whether the reader sees all of the line. */
    boolean seesWhole(Actor actor, SourceLine line) {
        return actor.scopeKeys().stream().anyMatch(keyList(line)::contains);
    }

    /** @throws Problem FORBIDDEN unless the actor reads the whole line, or is its own system */
    void requireReader(Actor actor, SourceLine line) {
        if (actor.is(Role.LINE_CLIENT)) {
            actor.requireTokenScope("line:" + line.slug() + ":read");
        } else {
            actor.require(Permission.MATTER_READ);
        }
        requireWhole(actor, line);
    }

    /** @throws Problem FORBIDDEN unless the actor may put down what the line says */
    void requireTeller(Actor actor, SourceLine line) {
        if (actor.is(Role.LINE_CLIENT)) {
            actor.requireTokenScope("line:" + line.slug() + ":submit");
        } else {
            actor.require(Role.WINDOW, Role.DISPATCHER, Role.CENTER_DIRECTOR);
        }
        requireWhole(actor, line);
    }

    /** @throws Problem FORBIDDEN unless the actor answers for the centre's day */
    void requireSigner(Actor actor, SourceLine line) {
        actor.require(Role.DISPATCHER, Role.CENTER_DIRECTOR);
        requireWhole(actor, line);
    }

    private void requireWhole(Actor actor, SourceLine line) {
        if (!seesWhole(actor, line)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
