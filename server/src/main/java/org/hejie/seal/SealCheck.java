package org.hejie.seal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;

/** Checks seals without a server, a database or a network. @param authorities who is trusted */
record SealCheck(List<Trusted> authorities) {

    /** @param revoked when the certificate of a serial number was revoked */
    record Trusted(SealCertificate certificate, Map<String, Instant> revoked) {

        Trusted {
            revoked = Map.copyOf(revoked);
        }
    }

    SealCheck {
        authorities = List.copyOf(authorities);
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
        return read.of(file) ? trusted(read.certificate(), read.signedAt()) : new Refused(Reason.ALTERED);
    }

    /** Whether what is signed at that moment by this certificate's holder is to be relied on. */
    SealVerdict trusted(SealCertificate certificate, Instant at) {
        Optional<Trusted> issuer = authorities.stream().filter(authority -> authority.certificate().validAt(at)
                && certificate.issuedBy(authority.certificate())).findFirst();
        if (issuer.isEmpty()) {
            return new Refused(Reason.UNKNOWN_ISSUER);
        }
        if (!certificate.validAt(at)) {
            return new Refused(at.isBefore(certificate.from()) ? Reason.NOT_YET_VALID : Reason.EXPIRED);
        }
        Instant end = issuer.get().revoked().get(certificate.serial());
        return end != null && !at.isBefore(end) ? new Refused(Reason.REVOKED)
                : new Valid(certificate.subject(), certificate.serial(), at);
    }
}
