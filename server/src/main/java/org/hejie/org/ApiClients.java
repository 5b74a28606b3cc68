package org.hejie.org;

import java.util.Optional;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Systems that connect with a token: the lines', and those that act by a staff post (integration, load tests). */
public interface ApiClients {

    /**
     * Makes a client. A line's by the system administrator, one that acts by a post by the security
     * administrator, and never by the holder of that post.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT}; INVALID_FIELDS
     */
    Issued issue(Actor by, NewApiClient client);

    /**
     * Ends a token at once.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    void revoke(Actor by, long clientId);

    /**
     * All clients, newest first.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless an administrator of any kind
     */
    Page<ApiClient> list(Actor by, @Nullable String cursor, int limit);

    /** Who acts with this token, unless it expired or was revoked; at most 5 seconds old. */
    Optional<Actor> actorOf(String token);

    /**
     * What is shown once.
     *
     * @param clientId number of the client
     * @param token    begins with {@code hj_}
     */
    record Issued(long clientId, String token) {

        @Override
        public String toString() {
            return "Issued[clientId=" + clientId + "]";
        }
    }
}
