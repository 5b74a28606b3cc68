package org.hejie.mediation;

import java.time.Instant;
import org.hejie.seal.SealVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The electronic seal of an agreement, and whether one can be put.
 *
 * @param put       the seal; null before
 * @param may       whether the reader may put one, if nothing hinders
 * @param hindrance why none can be put now: the reason of the problem that {@link AgreementSeals#seal} would answer; null if one can, or has been
 */
public record AgreementSeal(@Nullable Put put, boolean may, @Nullable String hindrance) {

    /**
     * What was put.
     *
     * @param documentId  the paper that was sealed
     * @param documentSm3 its SM3, hexadecimal
     * @param fileId      the seal file beside it
     * @param subject     whose seal, by its certificate
     * @param serial      of the certificate, hexadecimal
     * @param valid       whether it may be relied on, checked now
     * @param reason      why not
     */
    public record Put(long documentId, String documentSm3, long fileId, String subject, String serial, Instant at, boolean valid,
            SealVerdict.@Nullable Reason reason) {
    }
}
