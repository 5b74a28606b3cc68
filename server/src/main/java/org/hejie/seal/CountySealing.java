package org.hejie.seal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.seal.SealStore.KeptSeal;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.Sm3;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals with what the register holds. A seal that we would not accept ourselves is never put. */
@Service
class CountySealing implements Sealing {

    private final SealStore store;
    private final Units units;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CountySealing(SealStore store, Units units, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Put seal(UnitId unit, @Nullable Long wanted, byte[] paper) {
        KeptSeal kept = chosen(unit, wanted);
        byte[] key = store.key(kept.row().id()).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "SEAL_HOLDER"));
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] file;
        try {
            file = SealedFile.seal(paper, kept.certificate(), key, at, random);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        switch (store.check().of(paper, file)) {
            case Refused(Reason reason) -> throw refused(reason.name());
            case Valid _ -> audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "SEAL_USED").by(Actors.current().auditActor())
                    .on("seal", kept.row().id()));
        }
        return new Put(kept.row().id(), kept.row().subject(), kept.row().serial(), at, file);
    }

    private KeptSeal chosen(UnitId unit, @Nullable Long wanted) {
        KeptSeal kept = wanted == null ? store.of(unit).stream().findFirst().orElseThrow(() -> refused("NONE"))
                : store.seal(wanted, false).orElseThrow(() -> Problem.field("sealId", "UNKNOWN"));
        if (kept.row().unitId() != unit.value()) {
            throw refused("OTHER_UNIT");
        }
        return switch (kept.row().state()) {
            case PENDING -> throw refused("NOT_APPROVED");
            case REVOKED -> throw refused(Reason.REVOKED.name());
            case ACTIVE -> kept;
        };
    }

    private static Problem refused(String reason) {
        return Problem.of(ProblemType.RULE_REFUSED, "SEAL_" + reason);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String hindrance(UnitId unit) {
        try {
            KeptSeal kept = chosen(unit, null);
            return switch (store.check().trusted(kept.certificate(), clock.instant())) {
                case Refused(Reason reason) -> "SEAL_" + reason.name();
                case Valid _ -> null;
            };
        } catch (Problem e) {
            return e.reasonCode();
        }
    }

    @Override
    public SealVerdict check(byte[] paper, byte[] seal) {
        return openly(store::check).of(paper, seal);
    }

    @Override
    public Kit kit(byte[] seal) {
        SealCheck check = openly(store::check);
        String revoked = check.authorities().stream().flatMap(one -> one.revoked().entrySet().stream())
                .map(one -> one.getKey() + " " + one.getValue() + "\n").sorted().collect(Collectors.joining());
        Optional<SealCertificate> certificate = certificate(seal);
        List<SealCertificate> issuers = certificate.map(own -> check.authorities().stream().map(SealCheck.Trusted::certificate)
                .filter(own::issuedBy).toList()).orElse(List.of());
        return new Kit(certificate.map(SealCertificate::encoded).orElse(null), issuers.isEmpty() ? null : issuers.getFirst().encoded(), revoked);
    }

    @Override
    public List<TrustedAuthority> trusted() {
        return openly(store::check).authorities().stream().map(SealCheck.Trusted::certificate).map(one -> new TrustedAuthority(one.subject(),
                HexFormat.of().formatHex(Sm3.hash(one.encoded())), one.from(), one.until(), one.encoded())).toList();
    }

    private static Optional<SealCertificate> certificate(byte[] seal) {
        try {
            return Optional.of(SealedFile.read(seal).certificate());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Certificates and lists are for everybody who holds a paper. */
    private <T> T openly(Supplier<T> read) {
        return Scopes.as(Scope.job("seal-check", units.county().id().value()),
                () -> Objects.requireNonNull(transaction.execute(status -> read.get())));
    }
}
