package org.hejie.org.web;

import java.time.Instant;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.ApiClient;
import org.hejie.org.ApiClients;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems that connect; a token is asked for ({@link GrantController}) and handed out once. */
@RestController
@RequestMapping("/api/v1/api-clients")
class ApiClientController {

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

    /** Ends a token at once. */
    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        clients.revoke(Actors.current(), id);
    }
}
