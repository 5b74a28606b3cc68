package org.hejie.seal;

import java.util.List;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Whose seals there are and which authorities are trusted. The system administrator brings, the security administrator approves;
 * either revokes. Every change stands in the audit. Changes throw {@link org.hejie.shared.web.Problem}: FORBIDDEN to others,
 * NOT_FOUND, STALE, WRONG_STATE.
 */
public interface SealRegister {

    /** All seals, newest first. */
    List<SealRow> seals();

    /**
     * Brings a seal that was made outside; its key is kept encrypted and never told again.
     *
     * @param files certificate and key
     * @return its number
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming {@code unitId}, {@code certificate}, {@code key} or {@code password};
     *         ALREADY_EXISTS
     */
    long bring(UnitId unit, Files files);

    /** Lets a seal be used; by another than who brought it. */
    void approve(long seal, int seen);

    /** Revokes a seal for good, from now on. What it sealed before stays valid. */
    void revoke(long seal, int seen, RevocationReason why);

    /** All authorities, newest first. */
    List<SealAuthority> authorities();

    /**
     * Asks for an authority to be trusted.
     *
     * @param certificate DER or PEM
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming {@code certificate}; ALREADY_EXISTS
     */
    long propose(byte[] certificate);

    /** Trusts an authority; by another than who proposed it. */
    void trust(long authority, int seen);

    /** Trusts an authority no longer: nothing it issued is valid any more. */
    void withdraw(long authority, int seen);

    /**
     * Takes an authority's own list of what is revoked.
     *
     * @param list X.509 CRL signed by it, DER or PEM
     * @return how many were not known before
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming {@code list}
     */
    int take(long authority, byte[] list);

    /**
     * Files of a seal made outside.
     *
     * @param certificate DER or PEM
     * @param key         PKCS#8, or PKCS#12 under the password
     */
    record Files(byte[] certificate, byte[] key, @Nullable String password) {

        @Override
        public String toString() {
            return "Files[hidden]";
        }
    }
}
