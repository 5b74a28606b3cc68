package org.hejie.org.signin;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.hejie.org.Credentials;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.signin.CredentialStore.Credential;
import org.hejie.org.signin.CredentialStore.Factor;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Component;

/**
 * Checks name, password and second factor, with the same answer and the same work for unknown names; five
 * failures lock the name for a while (GB/T 22239-2019, 8.1.4.1, numbers to be verified).
 */
@Component
class Proof {

    private static final int LONGEST = 128;

    /** Somebody who proved himself. */
    record Proven(StaffId staff, boolean mustChange) {
    }

    private final StaffDirectory directory;
    private final CredentialStore credentials;
    private final PasswordHashes hashes;
    private final LockOuts lockOuts;
    private final AuditLog audit;
    private final Clock clock;

    Proof(StaffDirectory directory, CredentialStore credentials, PasswordHashes hashes, LockOuts lockOuts, AuditLog audit,
            Clock clock) {
        this.directory = directory;
        this.credentials = credentials;
        this.hashes = hashes;
        this.lockOuts = lockOuts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID_CREDENTIALS, TOTP_REQUIRED or LOCKED_OUT */
    Proven of(Credentials typed) {
        return of(typed, "SIGNED_IN");
    }

    /**
     * Somebody who is signed in proves himself again.
     *
     * @throws Problem as {@link #of(Credentials)}
     */
    void again(Credentials typed) {
        of(typed, "PROVED_AGAIN");
    }

    private Proven of(Credentials typed, String action) {
        String username = typed.username().strip().toLowerCase(Locale.ROOT);
        if (username.length() > LONGEST || typed.password().length() > LONGEST) {
            throw Problem.of(ProblemType.INVALID_CREDENTIALS);
        }
        lockOuts.requireOpen(username);
        Optional<StaffId> staff = directory.byUsername(username).filter(StaffMember::active).map(StaffMember::id);
        Optional<Credential> credential = staff.flatMap(credentials::find);
        if (!passwordIsRight(typed, credential)) {
            throw failed(username, staff, "PASSWORD");
        }
        if (credential.get().totp() != null) {
            secondFactor(username, staff.get(), typed, credential.get().totp());
        }
        lockOuts.forget(username);
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, action).by(AuditActor.staff(staff.get().value())));
        return new Proven(staff.get(), credential.get().mustChange());
    }

    private boolean passwordIsRight(Credentials typed, Optional<Credential> credential) {
        if (credential.isEmpty()) {
            hashes.matchesNobody(typed.password());
            return false;
        }
        return hashes.matches(typed.password(), credential.get().passwordHash());
    }

    private void secondFactor(String username, StaffId staff, Credentials typed, Factor factor) {
        if (typed.totp() == null || typed.totp().isBlank()) {
            throw Problem.of(ProblemType.TOTP_REQUIRED);
        }
        OptionalLong step = Totp.USUAL.stepOf(factor.secret(), typed.totp().strip(), clock.instant(), factor.lastStep());
        if (step.isEmpty() || !credentials.useStep(staff, step.getAsLong())) {
            throw failed(username, Optional.of(staff), "SECOND_FACTOR");
        }
    }

    private Problem failed(String username, Optional<StaffId> staff, String reason) {
        AuditActor actor = staff.map(id -> AuditActor.staff(id.value())).orElse(AuditActor.UNKNOWN);
        boolean locks = lockOuts.failed(username);
        audit.recordApart(AuditEntry.of(AuditKind.SIGN_IN, locks ? "LOCKED_OUT" : "SIGN_IN_FAILED").by(actor).refused(reason));
        return Problem.of(ProblemType.INVALID_CREDENTIALS);
    }
}
