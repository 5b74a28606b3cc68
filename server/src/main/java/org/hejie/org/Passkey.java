package org.hejie.org;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner and the security administrator see it; the key itself is shown to nobody.
 *
 * @param id           its number
 * @param name         what its owner calls the device
 * @param registeredAt when it was registered
 * @param lastUsedAt   when somebody last signed in with it; null if nobody did
 */
public record Passkey(long id, String name, Instant registeredAt, @Nullable Instant lastUsedAt) {
}
