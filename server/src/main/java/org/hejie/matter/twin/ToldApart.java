package org.hejie.matter.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another matter that a person has told apart from this one (不是一件事).
 *
 * @param saidBy by name; null for a system
 */
public record ToldApart(long id, long matterId, String code, String title, String reason, Instant saidAt,
        @Nullable String saidBy) {
}
