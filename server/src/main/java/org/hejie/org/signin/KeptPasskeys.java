package org.hejie.org.signin;

import com.webauthn4j.data.RegistrationData;
import java.time.Clock;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Credentials;
import org.hejie.org.OpenSession;
import org.hejie.org.Passkey;
import org.hejie.org.Passkeys;
import org.hejie.org.Role;
import org.hejie.org.Sessions;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffChanged;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Passkeys beside passwords: registered, listed and taken away under their owner's key. */
@Service
class KeptPasskeys implements Passkeys {

    private static final int MOST = 10;
    private static final int NAME_LENGTH = 60;
    private static final String REGISTRATION = "registration ";

    private final PasskeySite site;
    private final PasskeyStore store;
    private final PasskeyChallenges challenges;
    private final PasskeyVerifier verifier;
    private final Proof proof;
    private final PasskeySignIn signIn;
    private final Sessions sessions;
    private final StaffDirectory directory;
    private final OwnersKey key;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    KeptPasskeys(PasskeySite site, PasskeyStore store, PasskeyChallenges challenges, PasskeyVerifier verifier, Proof proof,
            PasskeySignIn signIn, Sessions sessions, StaffDirectory directory, OwnersKey key, AuditLog audit, Ids ids, Clock clock) {
        this.site = site;
        this.store = store;
        this.challenges = challenges;
        this.verifier = verifier;
        this.proof = proof;
        this.signIn = signIn;
        this.sessions = sessions;
        this.directory = directory;
        this.key = key;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return site.site() != null;
    }

    @Override
    public String origin() {
        return site.site() == null ? "" : site.site().origin();
    }

    @Override
    public ToRegister beginRegistration(String token, String password, @Nullable String totp) {
        PasskeySite.Site here = here();
        StaffMember member = owner(token);
        proof.again(new Credentials(member.username(), password, totp));
        List<byte[]> known = store.credentialIds(member.id());
        if (known.size() >= MOST) {
            throw Problem.of(ProblemType.RULE_REFUSED, "PASSKEYS_FULL");
        }
        return new ToRegister(challenges.begin(REGISTRATION + token), here.rpId(), PasskeyVerifier.text(PasskeySignIn.handle(member.id())), member.username(),
                member.displayName(), known.stream().map(PasskeyVerifier::text).toList(), PasskeyVerifier.algorithms(),
                challenges.lasts().toMillis());
    }

    @Override
    public long register(String token, NewPasskey made) {
        PasskeySite.Site here = here();
        StaffId staff = owner(token).id();
        String name = made.name().strip();
        new Problem.Fields().reject(name.isEmpty() || name.length() > NAME_LENGTH, "name", "LENGTH").done();
        PasskeyVerifier.Made checked;
        try {
            RegistrationData read = verifier.read(made);
            challenges.use(PasskeyVerifier.challenge(read.getCollectedClientData()), REGISTRATION + token);
            checked = verifier.verify(read, here);
        } catch (Problem refused) {
            audit.recordApart(entry("PASSKEY_REGISTERED", staff).refused(PasskeySignIn.reason(refused)));
            throw refused;
        }
        return add(staff, name, checked);
    }

    private long add(StaffId staff, String name, PasskeyVerifier.Made made) {
        long id = ids.next();
        try {
            return key.of(staff, () -> {
                store.add(staff, name, made.credentialId(),
                        new PasskeyStore.Key(id, made.data(), made.signCount(), made.backupEligible()), clock.instant());
                audit.record(entry("PASSKEY_REGISTERED", staff));
                return id;
            });
        } catch (DuplicateKeyException e) {
            audit.recordApart(entry("PASSKEY_REGISTERED", staff).refused("ALREADY_EXISTS"));
            throw Problem.of(ProblemType.ALREADY_EXISTS, "PASSKEY");
        }
    }

    @Override
    public ToSignIn beginSignIn() {
        return signIn.begin(here());
    }

    @Override
    public String signIn(@Nullable String browser, Assertion assertion, SignInDevice device) {
        return signIn.end(here(), browser, assertion, device);
    }

    @Override
    public List<Passkey> of(Actor by, StaffId staff) {
        requireOwnerOrSecurity(by, staff);
        return store.list(staff);
    }

    @Override
    public void remove(Actor by, StaffId staff, long passkey) {
        requireOwnerOrSecurity(by, staff);
        key.of(staff, () -> {
            if (!store.remove(staff, passkey)) {
                throw Problem.of(ProblemType.NOT_FOUND);
            }
            audit.record(AuditEntry.of(AuditKind.SIGN_IN, "PASSKEY_REMOVED").by(by.auditActor()).on("staff", staff.value()));
            return passkey;
        });
    }

    /** An account that is closed for good keeps no passkey; one that is locked for a while does. */
    @EventListener
    public void on(StaffChanged changed) {
        boolean closed = changed.deactivated() && directory.find(changed.staff())
                .filter(one -> one.state() == StaffMember.State.DEACTIVATED).isPresent();
        if (closed && store.removeAll(changed.staff()) > 0) {
            audit.record(AuditEntry.of(AuditKind.SIGN_IN, "PASSKEY_REMOVED").by(AuditActor.SYSTEM)
                    .on("staff", changed.staff().value()).because("DEACTIVATED", null));
        }
    }

    private StaffMember owner(String token) {
        OpenSession session = sessions.find(token).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
        if (session.mustChangePassword()) {
            throw Problem.of(ProblemType.WRONG_STATE, "PASSWORD_NOT_OWN");
        }
        return directory.find(new StaffId(session.actor().id())).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
    }

    private static void requireOwnerOrSecurity(Actor by, StaffId staff) {
        if (by.kind() != Actor.Kind.STAFF || by.id() != staff.value()) {
            by.require(Role.SECURITY_ADMIN);
        }
    }

    private PasskeySite.Site here() {
        if (site.site() == null) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        return site.site();
    }

    private static AuditEntry entry(String action, StaffId staff) {
        return AuditEntry.of(AuditKind.SIGN_IN, action).by(AuditActor.staff(staff.value())).on("staff", staff.value());
    }
}
