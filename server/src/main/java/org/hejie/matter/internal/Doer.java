package org.hejie.matter.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does an act, as the history keeps it.
 *
 * @param kind     STAFF, API_CLIENT, RESIDENT or SYSTEM
 * @param id       staff, client or matter id; null for the system
 * @param unit     the unit of the post
 * @param lineage  that unit and all above it
 * @param behalfOf staff for whom he covers, or unit for which he enters by proxy
 * @param roles    names as procedures know them
 */
record Doer(String kind, @Nullable Long id, @Nullable Long unit, List<Long> lineage, @Nullable Long behalfOf, Set<String> roles) {

    static final Doer SYSTEM = new Doer("SYSTEM", null, null, List.of(), null, Set.of("SYSTEM"));

    Doer {
        lineage = List.copyOf(lineage);
        roles = Set.copyOf(roles);
    }

    /** Whether the post lies in the unit or below it. */
    boolean within(@Nullable Long other) {
        return other != null && lineage.contains(other);
    }

    boolean is(String role) {
        return roles.contains(role);
    }
}
