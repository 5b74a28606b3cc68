package org.hejie.matter.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link as one of its two matters shows it.
 *
 * @param kind     how they belong together
 * @param outgoing whether it leads from this matter to the other
 * @param matterId the other matter
 * @param status   where the other stands
 * @param addedBy  who made it, by name; null for a system
 */
public record LinkedMatter(long id, LinkKind kind, boolean outgoing, long matterId, String code, String title,
        String status, String reason, Instant addedAt, @Nullable String addedBy) {
}
