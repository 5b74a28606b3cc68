package org.hejie.org;

import java.time.Instant;

/**
 * An open session, as its owner and the security administrator see it.
 *
 * @param id         its number
 * @param device     from where it was opened
 * @param way        how its owner proved himself
 * @param startedAt  when it was opened
 * @param lastSeenAt when it was last used, to the minute
 * @param expiresAt  when it ends at the latest
 * @param here       whether it is the one that asks
 */
public record DeviceSession(long id, SignInDevice device, Way way, Instant startedAt, Instant lastSeenAt, Instant expiresAt,
        boolean here) {

    /** How somebody proved who he is. */
    public enum Way {
        /** 口令. */
        PASSWORD,
        /** 统一身份认证: the county's sign-in. */
        OIDC,
        /** 通行密钥. */
        PASSKEY
    }
}
