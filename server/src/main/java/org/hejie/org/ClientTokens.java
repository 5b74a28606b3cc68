package org.hejie.org;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Short-lived tokens of systems (OAuth 2.0 client credentials, RFC 6749, 4.4): a client shows its number and its secret, and gets a
 * token with all or some of its scopes. {@link ApiClients#actorOf} knows it until it expires or its client is revoked.
 */
public interface ClientTokens {

    /**
     * Gives a token.
     *
     * @param clientId number of the client, as it was sent
     * @param secret   the token of {@link ApiClients.Issued}, which serves as the client's secret
     * @param scopes   what the token shall allow; empty for all that the client may
     */
    Answer issue(String clientId, String secret, Set<String> scopes);

    /** What comes of asking. */
    sealed interface Answer {
    }

    /**
     * A token.
     *
     * @param token  begins with {@code hja_}
     * @param life   how long it is good
     * @param scopes what it allows; none for a client that acts by a staff post
     */
    record Issued(String token, Duration life, Set<String> scopes) implements Answer {

        /** Keeps a copy of the scopes. */
        public Issued {
            scopes = Set.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /** No token. @param retryAfter how long to wait; null unless there were too many wrong tries */
    record Refused(Reason reason, @Nullable Duration retryAfter) implements Answer {
    }

    /** Why there is none. */
    enum Reason {
        /** No such client, a wrong secret, or a client that was revoked or expired: never said which. */
        CLIENT,
        /** A scope the client does not have. */
        SCOPE,
        /** Too many wrong secrets for this client; the right one is still taken. */
        TOO_MANY_TRIES
    }
}
