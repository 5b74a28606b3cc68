package org.hejie.org;

import java.util.Optional;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Systems that connect with a token: the lines', and those that act by a staff post (integration, load tests). */
public interface ApiClients {

    /**
     * Makes a client; by the server, once two administrators agreed ({@link Grants}): its token reads cases.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code TWO_PERSONS}; INVALID_FIELDS
     */
    Issued issue(Actor by, NewApiClient client);

    /**
     * Gives a client a new token; the one before works a day longer, so that nothing has to stop. By the server, once two
     * administrators agreed.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code TWO_PERSONS}; NOT_FOUND, also if revoked or expired
     */
    Issued rotate(Actor by, long clientId);

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
