package org.hejie.matter.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the actor of a request into the doer a procedure knows. */
@Component
class Doers {

    private final Units units;

    Doers(Units units) {
        this.units = units;
    }

    Doer of(Actor actor) {
        return switch (actor.kind()) {
            case SYSTEM -> Doer.SYSTEM;
            case RESIDENT -> new Doer("RESIDENT", null, null, List.of(), null, Set.of("RESIDENT"));
            case STAFF, API_CLIENT -> atPost(actor);
        };
    }

    /** As {@link #of}; a line's own system registers as the system does. */
    Doer registering(Actor actor) {
        Doer doer = of(actor);
        return doer.is(Role.LINE_CLIENT.name())
                ? new Doer(doer.kind(), doer.id(), doer.unit(), doer.lineage(), doer.behalfOf(), Set.of("SYSTEM")) : doer;
    }

    private Doer atPost(Actor actor) {
        UnitId unit = actor.unitId().or(() -> lineUnit(actor)).orElse(null);
        List<Long> lineage = unit == null ? List.of() : units.lineage(unit).stream().map(UnitId::value).toList();
        Set<String> roles = (actor.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(actor.roles()))
                .stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
        Long id = actor.staffId().map(staff -> staff.value()).orElse(actor.id());
        return new Doer(actor.kind().name(), id, unit == null ? null : unit.value(), lineage, behalf(actor), roles);
    }

    private Optional<UnitId> lineUnit(Actor actor) {
        return actor.client() == null || actor.client().line() == null ? Optional.empty()
                : units.ofLine(actor.client().line()).map(Unit::id);
    }

    private static @Nullable Long behalf(Actor actor) {
        if (actor.onBehalfOf() == null) {
            return null;
        }
        return actor.onBehalfOf().staff() == null ? actor.onBehalfOf().unit().value() : actor.onBehalfOf().staff().value();
    }
}
