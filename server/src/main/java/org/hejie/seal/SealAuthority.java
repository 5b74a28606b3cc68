package org.hejie.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authority whose certificates the county takes.
 *
 * @param subject whose certificate it is
 * @param serial  of its own certificate, hexadecimal
 * @param sm3     of the certificate, hexadecimal: by which two people compare it
 * @param revoked how many of its certificates are known as revoked
 */
public record SealAuthority(long id, String subject, String serial, String sm3, Instant from, Instant until, State state, Instant askedAt,
        @Nullable Instant approvedAt, @Nullable Instant withdrawnAt, int revoked, int version) {

    /** Where it stands. */
    public enum State {
        /** 待批准. */
        PENDING,
        /** 受信任. */
        TRUSTED,
        /** 已撤销信任. */
        WITHDRAWN
    }
}
