package org.hejie.org;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that may connect. Its token is not here: it was shown once.
 *
 * @param id         its number
 * @param name       its name
 * @param unit       unit it belongs to
 * @param line       source line it speaks for; null when it acts by a post
 * @param post       staff post it acts by; null when it speaks for a line
 * @param scopes     what the token allows
 * @param createdAt  when made
 * @param expiresAt  when the token ends by itself
 * @param revokedAt  when it was revoked; null if not
 * @param lastUsedAt when last used, to the minute; null if never
 */
public record ApiClient(long id, String name, UnitId unit, @Nullable Integer line, @Nullable PostId post,
        Set<String> scopes, Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {
}
