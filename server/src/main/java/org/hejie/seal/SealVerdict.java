package org.hejie.seal;

import java.time.Instant;

/** What the check of a seal says. */
public sealed interface SealVerdict {

    /** The file is the one that was sealed, by whose seal and when. */
    record Valid(String subject, String serial, Instant signedAt) implements SealVerdict {
    }

    /** It must not be relied on. */
    record Refused(Reason reason) implements SealVerdict {
    }

    /** Why not, the first that applies. */
    enum Reason {
        /** 无法识别: no seal of this kind. */
        UNREADABLE,
        /** 伪造: not signed with the key of its certificate. */
        FORGED,
        /** 已改动: another file, or changed since. */
        ALTERED,
        /** 颁发机构不受信任. */
        UNKNOWN_ISSUER,
        /** 尚未生效, at the time of signing. */
        NOT_YET_VALID,
        /** 已过期, at the time of signing. */
        EXPIRED,
        /** 已吊销, at or before the time of signing. */
        REVOKED
    }
}
