package org.hejie.org;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an API client's token allows.
 *
 * @param unit   unit the client belongs to
 * @param line   source line it speaks for, 1 to 8; null for a client that acts by a staff post
 * @param scopes such as {@code line:12345:submit}
 */
public record ClientRights(UnitId unit, @Nullable Integer line, Set<String> scopes) {

    /** Keeps a copy of the scopes. */
    public ClientRights {
        scopes = Set.copyOf(scopes);
    }
}
