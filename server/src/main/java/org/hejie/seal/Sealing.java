package org.hejie.seal;

import java.time.Instant;
import java.util.List;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/** Seals papers and checks seals. */
public interface Sealing {

    /** The longest seal file that is read, in bytes. */
    int LONGEST_SEAL = 64 * 1024;

    /**
     * Seals a paper with a seal of that unit.
     *
     * @param wanted one of them; null for the one in use
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with SEAL_NONE, SEAL_OTHER_UNIT, SEAL_NOT_APPROVED, or SEAL_ and the reason of
     *         {@link SealVerdict.Reason} for which the seal would not be valid; FORBIDDEN with SEAL_HOLDER to who is not of the unit
     */
    Put seal(UnitId unit, @Nullable Long wanted, byte[] paper);

    /** What was put. @param file the seal file to be kept beside the paper */
    record Put(long seal, String subject, String serial, Instant at, byte[] file) {
    }

    /** Why a seal of the unit cannot be put now: a reason as of {@link #seal}; null if one can. */
    @Nullable String hindrance(UnitId unit);

    /** Whether a paper is the one that was sealed by whom the county trusts, as far as is known now. Needs no actor. */
    SealVerdict check(byte[] paper, byte[] seal);

    /**
     * What somebody needs to check a seal without us. Needs no actor.
     *
     * @param certificate of the seal, DER; null if the seal cannot be read
     * @param authority   of who issued it, DER; null if nobody trusted did
     * @param revoked     as {@code ./hejie seal verify --revoked=} reads it
     */
    record Kit(byte @Nullable [] certificate, byte @Nullable [] authority, String revoked) {
    }

    /**
     * An authority that is trusted now.
     *
     * @param sm3         of its certificate, hexadecimal
     * @param certificate DER
     */
    record TrustedAuthority(String subject, String sm3, Instant from, Instant until, byte[] certificate) {
    }

    /** All that are trusted now. Needs no actor. */
    List<TrustedAuthority> trusted();

    /** What is needed to check that seal. */
    Kit kit(byte[] seal);
}
