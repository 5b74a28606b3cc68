package org.hejie.org.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.ApiClient;
import org.hejie.org.ClientTokens;
import org.hejie.org.signin.AccessTokenStore.AccessToken;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives short-lived tokens. Wrong secrets are counted for each client as wrong passwords are for each name, but the right one is
 * always taken: it has 256 random bits, and a lock that stops a court's system for whoever types its number would do more harm.
 */
@Service
class KeptClientTokens implements ClientTokens {

    private final KeptApiClients clients;
    private final AccessTokenStore store;
    private final LockOuts lockOuts;
    private final SignInSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    KeptClientTokens(KeptApiClients clients, AccessTokenStore store, LockOuts lockOuts, SignInSettings settings, AuditLog audit,
            Clock clock) {
        this.clients = clients;
        this.store = store;
        this.lockOuts = lockOuts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer issue(String clientId, String secret, Set<String> scopes) {
        if (!clientId.matches("[0-9]{1,18}")) {
            return refused(null, Reason.CLIENT, null);
        }
        long id = Long.parseLong(clientId);
        Optional<ApiClient> client = clients.proven(id, secret);
        if (client.isEmpty()) {
            return wrongSecret(id);
        }
        lockOuts.forget(countedAs(id));
        if (!client.get().scopes().containsAll(scopes)) {
            return refused(id, Reason.SCOPE, null);
        }
        return issued(client.get(), scopes.isEmpty() ? client.get().scopes() : scopes);
    }

    private Issued issued(ApiClient client, Set<String> scopes) {
        Instant now = clock.instant();
        Instant end = now.plus(settings.accessTokenSpan());
        Duration life = Duration.between(now, end.isBefore(client.expiresAt()) ? end : client.expiresAt());
        String token = Tokens.fresh(KeptApiClients.ACCESS_PREFIX);
        store.add(Tokens.hash(token), new AccessToken(client.id(), scopes), now, now.plus(life));
        audit.record(AuditEntry.of(AuditKind.SIGN_IN, "API_TOKEN_ISSUED").by(actor(client.id())).on("api-client", client.id()));
        return new Issued(token, life, scopes);
    }

    private Refused wrongSecret(long id) {
        Optional<Duration> locked = lockOuts.left(countedAs(id));
        if (locked.isPresent()) {
            return new Refused(Reason.TOO_MANY_TRIES, locked.get());
        }
        lockOuts.failed(countedAs(id));
        return refused(id, Reason.CLIENT, null);
    }

    private Refused refused(@Nullable Long id, Reason reason, @Nullable Duration wait) {
        AuditActor actor = reason == Reason.SCOPE && id != null ? actor(id) : AuditActor.UNKNOWN;
        AuditEntry entry = AuditEntry.of(AuditKind.SIGN_IN, "API_TOKEN_REFUSED").by(actor).refused(reason.name());
        audit.record(id == null ? entry : entry.on("api-client", id));
        return new Refused(reason, wait);
    }

    private static AuditActor actor(long client) {
        return new AuditActor(AuditActor.Kind.API_CLIENT, client, null);
    }

    private static String countedAs(long id) {
        return "api-client " + id;
    }
}
