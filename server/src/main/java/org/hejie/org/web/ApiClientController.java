package org.hejie.org.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.ApiClient;
import org.hejie.org.ApiClients;
import org.hejie.org.NewApiClient;
import org.hejie.org.PostId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems that connect; a token is answered once, when it is made. */
@RestController
@RequestMapping("/api/v1/api-clients")
class ApiClientController {

    private static final int USUAL_DAYS = 365;

    /** A client to be made: for a line, or to act by a staff post. */
    record ClientToAdd(@Nullable String name, @Nullable LineName line, @Nullable Long postId, @Nullable Long unitId,
            @Nullable Set<String> scopes, @Nullable Integer expiresInDays) {
    }

    /** A client as the API tells of it. */
    record ClientView(long id, String name, long unitId, @Nullable LineName line, @Nullable Long postId, Set<String> scopes,
            Instant createdAt, Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {

        static ClientView of(ApiClient client) {
            return new ClientView(client.id(), client.name(), client.unit().value(),
                    client.line() == null ? null : LineName.of(client.line()),
                    client.post() == null ? null : client.post().value(), client.scopes(), client.createdAt(),
                    client.expiresAt(), client.revokedAt(), client.lastUsedAt());
        }
    }

    /** The token, shown this once. */
    record IssuedToken(long id, String token) {

        @Override
        public String toString() {
            return "IssuedToken[id=" + id + "]";
        }
    }

    private final ApiClients clients;

    ApiClientController(ApiClients clients) {
        this.clients = clients;
    }

    /** All clients, newest first. */
    @GetMapping
    Page<ClientView> list(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        Page<ApiClient> page = clients.list(Actors.current(), cursor, Limits.check(limit));
        return new Page<>(page.items().stream().map(ClientView::of).toList(), page.nextCursor(), page.total());
    }

    /** Makes a client; without scopes a line's may submit and read its own. */
    @PostMapping
    ResponseEntity<IssuedToken> issue(@RequestBody ClientToAdd request) {
        new Problem.Fields()
                .reject(request.name() == null, "name", "REQUIRED")
                .reject(request.unitId() != null && request.unitId() <= 0, "unitId", "UNKNOWN")
                .reject(request.postId() != null && request.postId() <= 0, "postId", "UNKNOWN")
                .done();
        ApiClients.Issued issued = clients.issue(Actors.current(), new NewApiClient(request.name(),
                request.unitId() == null ? null : new UnitId(request.unitId()),
                request.line() == null ? null : request.line().line(),
                request.postId() == null ? null : new PostId(request.postId()),
                scopes(request),
                Duration.ofDays(request.expiresInDays() == null ? USUAL_DAYS : request.expiresInDays())));
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .body(new IssuedToken(issued.clientId(), issued.token()));
    }

    /** Ends a token at once. */
    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        clients.revoke(Actors.current(), id);
    }

    private static Set<String> scopes(ClientToAdd request) {
        if (request.scopes() != null) {
            return request.scopes();
        }
        return request.line() == null ? Set.of() : request.line().scopes();
    }
}
