package org.hejie.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seal of the register, without its key.
 *
 * @param unitId  whose it is
 * @param subject whose it is by its certificate
 * @param issuer  who issued the certificate
 * @param serial  of the certificate, hexadecimal
 * @param from    from when it may be used
 * @param until   up to when
 */
public record SealRow(long id, long unitId, String unitName, String subject, String issuer, String serial, Instant from, Instant until,
        State state, Instant askedAt, @Nullable Instant approvedAt, @Nullable Instant revokedAt, @Nullable RevocationReason revokedWhy,
        int version) {

    /** Where it stands. What its certificate and the authority's list say is asked apart, at each use. */
    public enum State {
        /** 待批准: brought by one administrator, not yet approved by the other. */
        PENDING,
        /** 启用. */
        ACTIVE,
        /** 已吊销. */
        REVOKED
    }
}
