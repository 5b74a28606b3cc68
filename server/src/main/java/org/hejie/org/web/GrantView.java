package org.hejie.org.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.org.GrantRequest;
import org.hejie.org.Role;
import org.jspecify.annotations.Nullable;

/**
 * A request as the API tells of it: the fields of its kind, with names.
 *
 * @param holder   whose post is handed over or covered
 * @param scope    the unit whose rows, and those below it, the post opens; null for an administrator
 * @param below    how many units lie below that
 * @param mine     whether the reader asked
 * @param toBeTaken whether a link or token waits to be taken by who asked
 */
record GrantView(long id, GrantOrderBody.Kind kind, GrantRequest.State state, String reason, StaffName askedBy, Instant askedAt,
        Instant expiresAt, @Nullable StaffName decidedBy, @Nullable Instant decidedAt, @Nullable String opinion,
        @Nullable StaffName staff, @Nullable StaffName holder, @Nullable Role role, @Nullable NamedUnit unit, @Nullable NamedUnit scope,
        @Nullable Integer below, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable LocalDate on, @Nullable String client,
        @Nullable LineName line, @Nullable Set<String> scopes, @Nullable String issuer, @Nullable String subject,
        List<NamedUnit> units, List<NamedUnit> successors, boolean mine, boolean toBeTaken) {

    /** A member of staff. */
    record StaffName(long id, String name) {
    }

    /** A unit. */
    record NamedUnit(long id, String name, @Nullable String nameEn) {
    }
}
