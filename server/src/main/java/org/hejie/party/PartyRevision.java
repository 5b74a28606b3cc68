package org.hejie.party;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one correction replaced, masked.
 *
 * @param revision       the revision that was replaced
 * @param name           masked
 * @param documentNumber masked
 * @param phone          masked
 * @param address        down to the village
 * @param replacedAt     when
 * @param replacedBy     id of the member of staff
 * @param reason         why
 */
public record PartyRevision(
        int revision,
        String name,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address,
        Instant replacedAt,
        long replacedBy,
        String reason) {}
