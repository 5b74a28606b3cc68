package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hejie.org.Actor;
import org.hejie.org.Credentials;
import org.hejie.org.OpenSession;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.DeviceSession;
import org.hejie.org.DeviceSession.Way;
import org.hejie.org.Sessions;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffChanged;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions by an opaque token. The hot path asks memory; the row is read again after {@link Recent#FRESH},
 * and its last use written at most once a minute, so a session may live up to a minute beyond the idle time.
 */
@Service
class KeptSessions implements Sessions {

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Proof proof;
    private final StaffDirectory directory;
    private final Units units;
    private final SignInSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final Recent<OpenSession> recent;

    KeptSessions(SessionStore store, Proof proof, StaffDirectory directory, Units units, SignInSettings settings, AuditLog audit, Clock clock) {
        this.store = store;
        this.proof = proof;
        this.directory = directory;
        this.units = units;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.recent = new Recent<>(clock);
    }

    @Override
    public String open(Credentials credentials, SignInDevice device) {
        return open(proof.of(credentials), device, Way.PASSWORD);
    }

    /** A session for somebody who proved himself, whichever way. */
    String open(Proof.Proven proven, SignInDevice device, Way way) {
        String token = Tokens.fresh("");
        Instant now = clock.instant();
        PostId post = directory.postsOf(proven.staff()).stream().findFirst().map(Post::id).orElse(null);
        store.open(Tokens.hash(token), proven.staff(), post, proven.mustChange(), now, now.plus(settings.sessionAbsolute()), device, way);
        return token;
    }

    @Override
    public Optional<OpenSession> find(String token) {
        return recent.get(Tokens.hash(token), this::read);
    }

    @Override
    @Transactional
    public void close(String token) {
        byte[] hash = Tokens.hash(token);
        find(token).ifPresent(session ->
                audit.record(AuditEntry.of(AuditKind.SIGN_IN, "SIGNED_OUT").by(session.actor().auditActor())));
        store.close(hash, clock.instant());
        recent.forget(hash);
    }

    @Override
    @Transactional
    public void choosePost(String token, PostId id) {
        OpenSession session = find(token).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
        usable(new StaffId(session.actor().id()), id).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
        store.choosePost(session.id(), id);
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "POST_CHOSEN").by(session.actor().auditActor()).on("post", id.value()));
        recent.forget(Tokens.hash(token));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DeviceSession> own(String token) {
        OpenSession session = find(token).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
        return open(new StaffId(session.actor().id()), session.id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<DeviceSession> of(Actor by, StaffId staff) {
        by.require(Role.SECURITY_ADMIN);
        return open(staff, 0);
    }

    @Override
    @Transactional
    public void end(Actor by, long id) {
        StaffId owner = store.ownerOf(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        boolean own = by.kind() == Actor.Kind.STAFF && by.id() == owner.value();
        if (!own && !by.is(Role.SECURITY_ADMIN)) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        store.end(id, own ? "ENDED_BY_OWNER" : "ENDED_BY_ADMINISTRATOR", clock.instant());
        ended(by, owner);
    }

    @Override
    @Transactional
    public int endOthers(String token) {
        OpenSession session = find(token).orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED));
        StaffId staff = new StaffId(session.actor().id());
        int ended = store.closeAll(staff, session.id(), "ENDED_BY_OWNER", clock.instant());
        ended(session.actor(), staff);
        return ended;
    }

    @Override
    @Transactional
    public int endAll(Actor by, StaffId staff) {
        by.require(Role.SECURITY_ADMIN);
        int ended = store.closeAll(staff, 0, "ENDED_BY_ADMINISTRATOR", clock.instant());
        ended(by, staff);
        return ended;
    }

    private List<DeviceSession> open(StaffId staff, long here) {
        Instant now = clock.instant();
        return store.ofStaff(staff, here, now.minus(settings.sessionIdle()).minus(SEEN_EVERY), now);
    }

    private void ended(Actor by, StaffId owner) {
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "SESSION_ENDED").by(by.auditActor()).on("staff", owner.value()));
        recent.forgetAll();
    }

    @Override
    public Duration idleTimeout() {
        return settings.sessionIdle();
    }

    /** Somebody's account, posts, covers or password changed: what is in memory about sessions is no longer good. */
    @EventListener
    public void on(StaffChanged changed) {
        if (changed.deactivated()) {
            store.closeAll(changed.staff(), 0, "DEACTIVATED", clock.instant());
        }
        recent.forgetAll();
    }

    private Optional<OpenSession> read(byte[] hash) {
        Instant now = clock.instant();
        return store.find(hash)
                .filter(row -> now.isBefore(row.expiresAt()))
                .filter(row -> !now.isAfter(row.lastSeenAt().plus(settings.sessionIdle()).plus(SEEN_EVERY)))
                .map(row -> {
                    if (Duration.between(row.lastSeenAt(), now).compareTo(SEEN_EVERY) >= 0) {
                        store.seen(row.id(), now);
                    }
                    return session(row);
                });
    }

    private OpenSession session(SessionStore.Row row) {
        Post post = row.activePost() == null || row.mustChange() ? null : usable(row.staff(), row.activePost()).orElse(null);
        List<UnitId> former = post == null || post.scopeUnit() == null ? List.of() : units.former(post.scopeUnit());
        return new OpenSession(row.id(), Actor.staff(row.staff(), row.displayName(), post, former), row.mustChange());
    }

    private Optional<Post> usable(StaffId staff, PostId id) {
        List<Post> posts = directory.postsOf(staff);
        return posts.stream().filter(post -> post.id().equals(id)).findFirst();
    }
}
