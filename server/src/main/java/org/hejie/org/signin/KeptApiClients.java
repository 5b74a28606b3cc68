package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.Actor;
import org.hejie.org.ApiClient;
import org.hejie.org.ApiClients;
import org.hejie.org.ClientRights;
import org.hejie.org.NewApiClient;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.StaffChanged;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of systems: begin with {@code hj_}, so that a scanner of source code can find one that leaked. */
@Service
class KeptApiClients implements ApiClients {

    static final String PREFIX = "hj_";
    /** Of the short-lived ones ({@link KeptClientTokens}). */
    static final String ACCESS_PREFIX = "hja_";

    private static final Duration OLD_TOKEN_LIVES = Duration.ofDays(1);
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final ApiClientStore store;
    private final AccessTokenStore access;
    private final StaffDirectory directory;
    private final Units units;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final Recent<Actor> recent;

    KeptApiClients(ApiClientStore store, AccessTokenStore access, StaffDirectory directory, Units units, Ids ids, Clock clock,
            AuditLog audit) {
        this.store = store;
        this.access = access;
        this.directory = directory;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.recent = new Recent<>(clock);
    }

    @Override
    @Transactional
    public Issued issue(Actor by, NewApiClient asked) {
        server(by);
        Instant now = clock.instant();
        String token = Tokens.fresh(PREFIX);
        var client = new ApiClient(ids.next(), asked.name(), unitOf(asked), asked.line(), asked.post(), asked.scopes(),
                now, now.plus(asked.life()), null, null);
        store.add(client, Tokens.hash(token), by.staffId().map(StaffId::value).orElse(null));
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "API_CLIENT_ADDED").by(by.auditActor()).on("api-client", client.id()));
        return new Issued(client.id(), token);
    }

    @Override
    @Transactional
    public Issued rotate(Actor by, long clientId) {
        server(by);
        Instant now = clock.instant();
        ApiClient client = store.find(clientId).filter(one -> one.revokedAt() == null && now.isBefore(one.expiresAt()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        String token = Tokens.fresh(PREFIX);
        store.rotate(clientId, Tokens.hash(token), now.plus(OLD_TOKEN_LIVES));
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "API_CLIENT_ROTATED").by(by.auditActor()).on("api-client", client.id()));
        recent.forgetAll();
        return new Issued(clientId, token);
    }

    private static void server(Actor by) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
    }

    @Override
    @Transactional
    public void revoke(Actor by, long clientId) {
        by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        store.find(clientId).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        store.revoke(clientId, by.staffId().map(StaffId::value).orElse(null), clock.instant());
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "API_CLIENT_REVOKED").by(by.auditActor()).on("api-client", clientId));
        recent.forgetAll();
    }

    @Override
    public Page<ApiClient> list(Actor by, @Nullable String cursor, int limit) {
        by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        long before = cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst());
        return Page.of(store.list(before, limit + 1), limit, last -> Cursor.encode(last.id()), null);
    }

    @Override
    public Optional<Actor> actorOf(String token) {
        if (token.startsWith(PREFIX)) {
            return recent.get(Tokens.hash(token), hash -> live(hash).flatMap(this::actor));
        }
        return token.startsWith(ACCESS_PREFIX) ? recent.get(Tokens.hash(token), this::byAccessToken) : Optional.empty();
    }

    /** The client with that number, if this is its secret and it may still come in. */
    Optional<ApiClient> proven(long id, String secret) {
        return secret.startsWith(PREFIX)
                ? live(Tokens.hash(secret)).filter(client -> client.id() == id && actor(client).isPresent()) : Optional.empty();
    }

    @EventListener
    public void on(StaffChanged changed) {
        recent.forgetAll();
    }

    private Optional<Actor> byAccessToken(byte[] hash) {
        return access.find(hash, clock.instant()).flatMap(token -> store.find(token.client()).filter(this::used)
                .flatMap(client -> actor(client, token.scopes())));
    }

    private Optional<ApiClient> live(byte[] hash) {
        return store.find(hash, clock.instant()).filter(this::used);
    }

    /** Marks that it was used; false if it was revoked or has expired. */
    private boolean used(ApiClient client) {
        Instant now = clock.instant();
        boolean live = client.revokedAt() == null && now.isBefore(client.expiresAt());
        if (live && (client.lastUsedAt() == null || Duration.between(client.lastUsedAt(), now).compareTo(USED_EVERY) >= 0)) {
            store.used(client.id(), now);
        }
        return live;
    }

    private Optional<Actor> actor(ApiClient client) {
        return actor(client, client.scopes());
    }

    private Optional<Actor> actor(ApiClient client, Set<String> scopes) {
        var rights = new ClientRights(client.unit(), client.line(), scopes);
        if (client.post() == null) {
            return Optional.of(Actor.line(client.id(), client.name(), rights));
        }
        return directory.post(client.post())
                .filter(post -> directory.find(post.holder()).filter(staff -> staff.active()).isPresent())
                .map(post -> Actor.clientOfPost(client.id(), client.name(), rights, post)
                        .reaching(post.scopeUnit() == null ? List.of() : units.former(post.scopeUnit())));
    }

    private UnitId unitOf(NewApiClient asked) {
        if (asked.post() != null) {
            Post post = directory.post(asked.post()).orElseThrow(() -> Problem.field("postId", "UNKNOWN"));
            return post.unit();
        }
        if (asked.unit() != null) {
            return units.find(asked.unit()).orElseThrow(() -> Problem.field("unitId", "UNKNOWN")).id();
        }
        return units.ofLine(asked.line()).orElseGet(units::countyCenter).id();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
