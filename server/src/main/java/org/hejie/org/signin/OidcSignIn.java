package org.hejie.org.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.hejie.org.Actor;
import org.hejie.org.CountySignIn;
import org.hejie.org.GrantOrder;
import org.hejie.org.Role;
import org.hejie.org.DeviceSession.Way;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One attempt a sign-in: its state, its nonce and its PKCE verifier are ours, and gone once it is answered. */
@Service
class OidcSignIn implements CountySignIn {

    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(10);

    private final OidcIssuer issuer;
    private final OidcStore store;
    private final KeptSessions sessions;
    private final StaffDirectory directory;
    private final AuditLog audit;
    private final Clock clock;

    OidcSignIn(OidcIssuer issuer, OidcStore store, KeptSessions sessions, StaffDirectory directory, AuditLog audit, Clock clock) {
        this.issuer = issuer;
        this.store = store;
        this.sessions = sessions;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean isOn() {
        return !issuer.settings().issuer().isEmpty() && !issuer.settings().clientId().isEmpty();
    }

    @Override
    public String issuer() {
        return isOn() ? issuer.settings().issuer() : "";
    }

    @Override
    public Begun begin(@Nullable StaffId staff, String next) {
        requireOn();
        URI authorization = issuer.authorization();
        String state = Tokens.fresh("");
        String browser = Tokens.fresh("");
        String nonce = Tokens.fresh("");
        String verifier = Tokens.fresh("");
        Instant now = clock.instant();
        store.add(new OidcStore.Attempt(nonce, verifier, staff, safe(next)), Tokens.hash(state), Tokens.hash(browser), now,
                now.plus(ATTEMPT_LASTS));
        String query = "response_type=code&scope=openid&code_challenge_method=S256"
                + "&client_id=" + encoded(issuer.settings().clientId())
                + "&redirect_uri=" + encoded(issuer.settings().redirect())
                + "&state=" + state + "&nonce=" + nonce + "&code_challenge=" + challenge(verifier);
        return new Begun(URI.create(authorization + (authorization.getQuery() == null ? "?" : "&") + query), browser);
    }

    @Override
    public Ended end(@Nullable String browser, @Nullable String state, @Nullable String code, SignInDevice device) {
        requireOn();
        try {
            return ended(browser, state, code, device);
        } catch (Problem refused) {
            audit.recordApart(AuditEntry.of(AuditKind.SIGN_IN, "COUNTY_SIGN_IN").by(AuditActor.UNKNOWN)
                    .refused(refused.reasonCode() == null ? refused.type().name() : refused.reasonCode()));
            throw refused;
        }
    }

    private Ended ended(@Nullable String browser, @Nullable String state, @Nullable String code, SignInDevice device) {
        if (browser == null || state == null) {
            throw OidcIssuer.refused("STATE");
        }
        OidcStore.Attempt attempt = store.take(Tokens.hash(state), Tokens.hash(browser), clock.instant())
                .orElseThrow(() -> OidcIssuer.refused("STATE"));
        if (code == null || code.isBlank()) {
            throw OidcIssuer.refused("REFUSED");
        }
        JWTClaimsSet claims = issuer.claims(code, attempt.verifier(), attempt.nonce());
        return attempt.staff() == null ? signIn(claims, attempt, device) : linkOwn(claims, attempt);
    }

    private Ended signIn(JWTClaimsSet claims, OidcStore.Attempt attempt, SignInDevice device) {
        StaffId staff = store.staffOf(claims.getIssuer(), claims.getSubject()).flatMap(directory::find)
                .filter(StaffMember::active).map(StaffMember::id).orElseThrow(() -> OidcIssuer.refused("NOT_LINKED"));
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "COUNTY_SIGN_IN").by(AuditActor.staff(staff.value())));
        return new Ended(sessions.open(new Proof.Proven(staff, false), device, Way.OIDC), attempt.next());
    }

    private Ended linkOwn(JWTClaimsSet claims, OidcStore.Attempt attempt) {
        StaffId staff = attempt.staff();
        Optional<StaffId> already = store.staffOf(claims.getIssuer(), claims.getSubject());
        if (already.isPresent() && !already.get().equals(staff) || already.isEmpty() && store.isLinked(claims.getIssuer(), staff)) {
            throw OidcIssuer.refused("LINKED_TO_ANOTHER");
        }
        if (already.isEmpty()) {
            store.link(claims.getIssuer(), claims.getSubject(), staff, clock.instant());
        }
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "IDENTITY_LINKED").by(AuditActor.staff(staff.value())).on("staff", staff.value()));
        return new Ended(null, attempt.next());
    }

    @Override
    public void link(Actor by, GrantOrder.LinkIdentity order) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
        requireOn();
        new Problem.Fields().reject(!order.issuer().equals(issuer()), "issuer", "UNKNOWN").done();
        directory.find(order.staff()).filter(StaffMember::active).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (store.staffOf(order.issuer(), order.subject()).isPresent() || store.isLinked(order.issuer(), order.staff())) {
            throw Problem.of(ProblemType.ALREADY_EXISTS);
        }
        store.link(order.issuer(), order.subject(), order.staff(), clock.instant());
    }

    @Override
    public void unlink(Actor by, StaffId staff) {
        if (by.staffId().filter(staff::equals).isEmpty()) {
            by.require(Role.SECURITY_ADMIN);
        }
        store.unlink(staff);
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "IDENTITY_UNLINKED").by(by.auditActor()).on("staff", staff.value()));
    }

    @Override
    public boolean isLinked(StaffId staff) {
        return isOn() && store.isLinked(issuer(), staff);
    }

    private void requireOn() {
        if (!isOn()) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
    }

    /** A path of our own only: an address from outside must not send people away. */
    private static String safe(String next) {
        return next.matches("/(?!/)[\\x21-\\x7e&&[^\\\\]]{0,500}") ? next : "/";
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
