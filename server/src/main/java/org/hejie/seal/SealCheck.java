package org.hejie.seal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;

/**
 * Checks seals without a server, a database or a network.
 *
 * @param authorities whose certificates are trusted
 * @param revoked     when the seal of a serial number was revoked
 */
record SealCheck(List<SealCertificate> authorities, Map<String, Instant> revoked) {

    SealCheck {
        authorities = List.copyOf(authorities);
        revoked = Map.copyOf(revoked);
    }

    SealVerdict of(byte[] file, byte[] seal) {
        SealedFile read;
        try {
            read = SealedFile.read(seal);
        } catch (IllegalArgumentException e) {
            return new Refused(Reason.UNREADABLE);
        }
        if (!read.genuine()) {
            return new Refused(Reason.FORGED);
        }
        return read.of(file) ? trusted(read) : new Refused(Reason.ALTERED);
    }

    private SealVerdict trusted(SealedFile seal) {
        SealCertificate certificate = seal.certificate();
        Instant at = seal.signedAt();
        if (authorities.stream().noneMatch(authority -> certificate.issuedBy(authority) && authority.validAt(at))) {
            return new Refused(Reason.UNKNOWN_ISSUER);
        }
        if (!certificate.validAt(at)) {
            return new Refused(at.isBefore(certificate.from()) ? Reason.NOT_YET_VALID : Reason.EXPIRED);
        }
        Instant end = revoked.get(certificate.serial());
        return end != null && !at.isBefore(end) ? new Refused(Reason.REVOKED)
                : new Valid(certificate.subject(), certificate.serial(), at);
    }
}
