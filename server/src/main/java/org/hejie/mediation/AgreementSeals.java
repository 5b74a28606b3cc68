package org.hejie.mediation;

import org.jspecify.annotations.Nullable;

/** Electronic seals on signed agreements. Source: People's Mediation Law, art. 29; {@code docs/adr/0082-sm2-seals.md}. */
public interface AgreementSeals {

    /** The seal of an agreement, checked now. @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope */
    AgreementSeal of(long agreement);

    /**
     * Seals the signed paper of an agreement with the seal of its committee. Seal file, hash in the matter's history and audit are
     * kept in one transaction. Asked again with the same key, it answers what was done before.
     *
     * @param seal one of the committee's; null for the one in use
     * @param key  of the request, 8 to 100 characters; null for none
     * @throws org.hejie.shared.web.Problem FORBIDDEN SEAL_HEAD; STALE; WRONG_STATE SEAL_UNSIGNED; ALREADY_EXISTS AGREEMENT_SEALED;
     *         RULE_REFUSED SEAL_ORAL, SEAL_CATEGORY, and those of {@link org.hejie.seal.Sealing#seal}
     */
    AgreementSeal seal(long agreement, int seen, @Nullable Long seal, @Nullable String key);

    /**
     * Paper, seal, certificates and list of what is revoked in one archive, for checking without us.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, or without a seal
     */
    Packed packed(long agreement);

    /** @param fileName for the reader; @param zip its bytes */
    record Packed(String fileName, byte[] zip) {
    }
}
