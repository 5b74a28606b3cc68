package org.hejie.seal;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.seal.SealStore.KeptAuthority;
import org.hejie.seal.SealStore.KeptSeal;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register in the schema {@code seal}. */
@Service
class KeptSealRegister implements SealRegister {

    private static final String SEAL = "seal";
    private static final String AUTHORITY = "seal-authority";

    private final SealStore store;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    KeptSealRegister(SealStore store, Units units, AuditLog audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SealRow> seals() {
        return store.seals().stream().map(KeptSeal::row).toList();
    }

    @Override
    @Transactional
    public long bring(UnitId unit, Files files) {
        long by = self(Role.SYSTEM_ADMIN);
        if (units.find(unit).isEmpty()) {
            throw Problem.field("unitId", "UNKNOWN");
        }
        SealCertificate certificate = certificate(files.certificate());
        KeptAuthority issuer = store.authorities().stream().filter(one -> one.row().state() == SealAuthority.State.TRUSTED)
                .filter(one -> certificate.issuedBy(one.certificate())).findFirst()
                .orElseThrow(() -> Problem.field("certificate", "UNKNOWN_ISSUER"));
        new Problem.Fields().reject(certificate.mayIssue(), "certificate", "IS_AUTHORITY")
                .reject(certificate.until().isBefore(clock.instant()), "certificate", "EXPIRED").done();
        byte[] key = SealKey.of(certificate, files.key(), files.password() == null ? null : files.password().toCharArray());
        try {
            long id = store.insert(unit, issuer.row().id(), certificate, key, clock.instant(), by);
            record("SEAL_BROUGHT", SEAL, id, null);
            return id;
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SEAL");
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static SealCertificate certificate(byte[] file) {
        try {
            return SealCertificate.file(file);
        } catch (IllegalArgumentException e) {
            throw Problem.field("certificate", "UNREADABLE");
        }
    }

    @Override
    @Transactional
    public void approve(long seal, int seen) {
        long by = self(Role.SECURITY_ADMIN);
        KeptSeal kept = seal(seal, seen);
        require(kept.row().state() == SealRow.State.PENDING);
        requireOther(by, kept.askedBy());
        store.approve(seal, clock.instant(), by);
        record("SEAL_APPROVED", SEAL, seal, null);
    }

    @Override
    @Transactional
    public void revoke(long seal, int seen, RevocationReason why) {
        long by = self(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        KeptSeal kept = seal(seal, seen);
        require(kept.row().state() != SealRow.State.REVOKED);
        store.revoke(seal, why, clock.instant(), by);
        record("SEAL_REVOKED", SEAL, seal, why.name());
    }

    private KeptSeal seal(long id, int seen) {
        KeptSeal kept = store.seal(id, true).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        requireSeen(kept.row().version(), seen);
        return kept;
    }

    @Override
    @Transactional(readOnly = true)
    public List<SealAuthority> authorities() {
        return store.authorities().stream().map(KeptAuthority::row).toList();
    }

    @Override
    @Transactional
    public long propose(byte[] file) {
        long by = self(Role.SYSTEM_ADMIN);
        SealCertificate certificate = certificate(file);
        if (!certificate.mayIssue()) {
            throw Problem.field("certificate", "NO_AUTHORITY");
        }
        try {
            long id = store.insert(certificate, clock.instant(), by);
            record("SEAL_AUTHORITY_PROPOSED", AUTHORITY, id, null);
            return id;
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "SEAL_AUTHORITY");
        }
    }

    @Override
    @Transactional
    public void trust(long authority, int seen) {
        long by = self(Role.SECURITY_ADMIN);
        KeptAuthority kept = authority(authority, seen);
        require(kept.row().state() == SealAuthority.State.PENDING);
        requireOther(by, kept.askedBy());
        store.trust(authority, clock.instant(), by);
        record("SEAL_AUTHORITY_TRUSTED", AUTHORITY, authority, null);
    }

    @Override
    @Transactional
    public void withdraw(long authority, int seen) {
        long by = self(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        KeptAuthority kept = authority(authority, seen);
        require(kept.row().state() != SealAuthority.State.WITHDRAWN);
        store.withdraw(authority, clock.instant(), by);
        record("SEAL_AUTHORITY_WITHDRAWN", AUTHORITY, authority, null);
    }

    private KeptAuthority authority(long id, int seen) {
        KeptAuthority kept = store.authority(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        requireSeen(kept.row().version(), seen);
        return kept;
    }

    @Override
    @Transactional
    public int take(long authority, byte[] list) {
        self(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        KeptAuthority kept = store.authority(authority).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        try {
            int more = store.revoked(authority, RevocationList.read(list, kept.certificate()));
            record("SEAL_LIST_TAKEN", AUTHORITY, authority, null);
            return more;
        } catch (IllegalArgumentException e) {
            throw Problem.field("list", "UNREADABLE");
        }
    }

    /** The number of the administrator who acts. @throws Problem FORBIDDEN to others */
    private static long self(Role... roles) {
        Actor actor = Actors.current();
        actor.require(roles);
        return actor.staffId().orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN)).value();
    }

    private static void requireSeen(int version, int seen) {
        if (version != seen) {
            throw Problem.of(ProblemType.STALE);
        }
    }

    private static void require(boolean state) {
        if (!state) {
            throw Problem.of(ProblemType.WRONG_STATE, "SEAL");
        }
    }

    private static void requireOther(long by, long asked) {
        if (by == asked) {
            throw Problem.of(ProblemType.FORBIDDEN, "SEAL_TWO_PERSONS");
        }
    }

    private void record(String action, String type, long id, @Nullable String why) {
        AuditEntry entry = AuditEntry.of(AuditKind.ADMINISTRATION, action).by(Actors.current().auditActor()).on(type, id);
        audit.record(why == null ? entry : entry.because(why, null));
    }
}
