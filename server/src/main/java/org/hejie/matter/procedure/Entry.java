package org.hejie.matter.procedure;

import java.util.Set;
import org.hejie.matter.MatterStatus;

/**
 * How a matter begins.
 *
 * @param status the first status
 * @param roles who may register one
 * @param starts keys of the clocks that run from registration; with a back entry (补录), from the
 *     true time
 * @param basis its source
 */
public record Entry(MatterStatus status, Set<String> roles, Set<String> starts, Basis basis) {

    public Entry {
        roles = Set.copyOf(roles);
        starts = Set.copyOf(starts);
    }
}
