package org.hejie.org.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import org.hejie.org.Accounts;
import org.hejie.org.Actor;
import org.hejie.org.NewStaff;
import org.hejie.org.OpenSession;
import org.hejie.org.Permission;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.Sessions;
import org.hejie.org.StaffChanged;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.StaffRegister;
import org.hejie.org.signin.CredentialStore.Credential;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords and second factors, under the key of the person they belong to. */
@Service
class KeptAccounts implements Accounts {

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CredentialStore credentials;
    private final SessionStore sessionStore;
    private final Sessions sessions;
    private final StaffDirectory directory;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final AuditLog audit;
    private final Clock clock;
    private final Ids ids;
    private final StaffRegister register;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final LockOuts lockOuts;

    KeptAccounts(CredentialStore credentials, SessionStore sessionStore, Sessions sessions, StaffDirectory directory,
            PasswordHashes hashes, PasswordRules rules, AuditLog audit, Clock clock, Ids ids,
            StaffRegister register, TransactionTemplate transaction, ApplicationEventPublisher events,
            LockOuts lockOuts) {
        this.credentials = credentials;
        this.sessionStore = sessionStore;
        this.sessions = sessions;
        this.directory = directory;
        this.hashes = hashes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.register = register;
        this.transaction = transaction;
        this.events = events;
        this.lockOuts = lockOuts;
    }

    @Override
    public StaffId open(Actor by, NewStaff staff, String password, boolean mustChange) {
        return open(by, staff, password, mustChange || by.kind() != Actor.Kind.SYSTEM, () -> { });
    }

    /** The same, with something else done first in the same transaction. */
    StaffId open(Actor by, NewStaff staff, String password, boolean mustChange, Runnable first) {
        check(staff.username(), password, "password");
        StaffId id = new StaffId(ids.next());
        String hash = hashes.hash(password);
        Scopes.run(Scope.job("sign-in", id.value()), () -> transaction.executeWithoutResult(status -> {
            first.run();
            register.add(by, id, staff);
            credentials.setPassword(id, hash, mustChange);
        }));
        return id;
    }

    @Override
    public void changePassword(String token, String oldPassword, String newPassword) {
        OpenSession session = sessions.find(token).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
        StaffId staff = new StaffId(session.actor().id());
        Credential credential = credentials.find(staff).orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE));
        new Problem.Fields()
                .reject(!hashes.matches(oldPassword, credential.passwordHash()), "old", "WRONG").done();
        check(username(staff), newPassword, "new");
        new Problem.Fields().reject(newPassword.equals(oldPassword), "new", "SAME_AS_OLD").done();
        credentials.setPassword(staff, hashes.hash(newPassword), false);
        sessionStore.passwordChanged(session.id(), directory.postsOf(staff).stream().findFirst().map(Post::id).orElse(null));
        sessionStore.closeAll(staff, session.id(), "PASSWORD_CHANGED", clock.instant());
        tell(session.actor(), "PASSWORD_CHANGED", staff);
    }

    @Override
    public void setPassword(Actor by, StaffId staff, String password, boolean mustChange) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
        StaffMember member = directory.find(staff).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        check(member.username(), password, "password");
        credentials.setPassword(staff, hashes.hash(password), mustChange);
        sessionStore.closeAll(staff, 0, "PASSWORD_CHANGED", clock.instant());
        tell(by, "PASSWORD_SET", staff);
    }

    @Override
    public void unlock(Actor by, StaffId staff) {
        register.unlock(by, staff);
        lockOuts.forget(username(staff));
    }

    @Override
    public TotpEnrolment enrolTotp(Actor actor) {
        StaffId staff = person(actor);
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String base32 = Base32.encode(secret);
        if (!credentials.enrol(staff, base32)) {
            throw Problem.of(ProblemType.WRONG_STATE, "TOTP_CONFIRMED");
        }
        String account = URLEncoder.encode(username(staff), StandardCharsets.UTF_8);
        return new TotpEnrolment(base32, "otpauth://totp/Hejie:" + account + "?secret=" + base32 + "&issuer=Hejie");
    }

    @Override
    public void confirmTotp(Actor actor, String code) {
        StaffId staff = person(actor);
        CredentialStore.Factor factor = credentials.find(staff).map(Credential::unconfirmed)
                .orElseThrow(() -> Problem.of(ProblemType.WRONG_STATE, "TOTP_NOT_BEGUN"));
        OptionalLong step = Totp.USUAL.stepOf(factor.secret(), code.strip(), clock.instant(), factor.lastStep());
        new Problem.Fields().reject(step.isEmpty(), "code", "WRONG").done();
        credentials.useStep(staff, step.getAsLong());
        credentials.confirm(staff);
        tell(actor, "SECOND_FACTOR_CONFIRMED", staff);
    }

    @Override
    public void removeTotp(Actor by, StaffId staff) {
        by.require(Role.SECURITY_ADMIN);
        if (by.staffId().filter(staff::equals).isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "OWN_ACCOUNT");
        }
        credentials.removeTotp(staff);
        tell(by, "SECOND_FACTOR_REMOVED", staff);
    }

    private void check(String username, String password, String field) {
        rules.broken(password, username).ifPresent(rule -> {
            throw Problem.field(field, rule);
        });
    }

    private String username(StaffId staff) {
        return directory.find(staff).orElseThrow().username();
    }

    private static StaffId person(Actor actor) {
        if (actor.kind() != Actor.Kind.STAFF) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return new StaffId(actor.id());
    }

    private void tell(Actor by, String action, StaffId staff) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            audit.record(AuditEntry.of(AuditKind.SIGN_IN, action).by(by.auditActor()).on("staff", staff.value()));
        }
        events.publishEvent(new StaffChanged(staff, false));
    }
}
