package org.hejie.org.signin;

import com.webauthn4j.data.AuthenticationData;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.hejie.org.DeviceSession.Way;
import org.hejie.org.Passkeys.Assertion;
import org.hejie.org.Passkeys.ToSignIn;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signing in with a passkey. The device names the account by its number; under that person's key, and no other's, the passkey is
 * looked for, so a key of somebody else is not even found. Failures count for the account's name as wrong passwords do, and for
 * an account that does not exist by what was claimed, so that a lock-out tells nothing.
 */
@Component
class PasskeySignIn {

    private static final String ACTION = "SIGNED_IN_BY_PASSKEY";
    private static final String BEGUN = "sign-in ";

    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final PasskeyVerifier verifier;
    private final LockOuts lockOuts;
    private final KeptSessions sessions;
    private final CredentialStore credentials;
    private final StaffDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    PasskeySignIn(PasskeyStore store, PasskeyChallenges challenges, PasskeyVerifier verifier, LockOuts lockOuts,
            KeptSessions sessions, CredentialStore credentials, StaffDirectory directory, AuditLog audit, Clock clock) {
        this.store = store;
        this.challenges = challenges;
        this.verifier = verifier;
        this.lockOuts = lockOuts;
        this.sessions = sessions;
        this.credentials = credentials;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    ToSignIn begin(PasskeySite.Site here) {
        String browser = Tokens.fresh("");
        return new ToSignIn(challenges.begin(BEGUN + browser), here.rpId(), challenges.lasts().toMillis(), browser);
    }

    String end(PasskeySite.Site here, @Nullable String browser, Assertion assertion, SignInDevice device) {
        Optional<StaffMember> member = Optional.empty();
        try {
            AuthenticationData signed = verifier.read(assertion);
            member = staffOf(signed.getUserHandle()).flatMap(directory::find).filter(StaffMember::active);
            String counted = member.map(StaffMember::username).orElse("passkey " + assertion.user());
            lockOuts.requireOpen(counted);
            challenges.use(PasskeyVerifier.challenge(signed.getCollectedClientData()), BEGUN + browser);
            StaffId staff = proven(signed, member, counted, here);
            audit.record(AuditEntry.of(AuditKind.SIGN_IN, ACTION).by(AuditActor.staff(staff.value())));
            return open(staff, device);
        } catch (Problem refused) {
            audit.recordApart(AuditEntry.of(AuditKind.SIGN_IN, ACTION)
                    .by(member.map(one -> AuditActor.staff(one.id().value())).orElse(AuditActor.UNKNOWN)).refused(reason(refused)));
            throw refused;
        }
    }

    private StaffId proven(AuthenticationData signed, Optional<StaffMember> member, String counted, PasskeySite.Site here) {
        try {
            StaffId staff = member.map(StaffMember::id).orElseThrow(() -> PasskeyVerifier.refused("UNKNOWN_KEY"));
            PasskeyStore.Key known = store.find(staff, signed.getCredentialId())
                    .orElseThrow(() -> PasskeyVerifier.refused("UNKNOWN_KEY"));
            if (!store.used(staff, known, verifier.verify(signed, known, here), clock.instant())) {
                throw PasskeyVerifier.refused("COUNTER");
            }
            lockOuts.forget(counted);
            return staff;
        } catch (Problem refused) {
            lockOuts.failed(counted);
            throw refused;
        }
    }

    private String open(StaffId staff, SignInDevice device) {
        boolean mustChange = credentials.find(staff).map(CredentialStore.Credential::mustChange).orElse(false);
        return sessions.open(new Proof.Proven(staff, mustChange), device, Way.PASSKEY);
    }

    /** The reason as it stands in the audit. */
    static String reason(Problem refused) {
        return refused.reasonCode() == null ? refused.type().name() : refused.reasonCode();
    }

    /** The account as a device keeps it: its number, which is nobody's name (WebAuthn Level 2, 14.6.1). */
    static byte[] handle(StaffId staff) {
        return ByteBuffer.allocate(Long.BYTES).putLong(staff.value()).array();
    }

    private static Optional<StaffId> staffOf(byte @Nullable [] handle) {
        long number = handle == null || handle.length != Long.BYTES ? 0 : ByteBuffer.wrap(handle).getLong();
        return number <= 0 ? Optional.empty() : Optional.of(new StaffId(number));
    }
}
