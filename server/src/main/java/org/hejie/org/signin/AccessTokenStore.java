package org.hejie.org.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Short-lived tokens as rows, found by their hash. */
@Repository
class AccessTokenStore {

    private final JdbcClient jdbc;

    AccessTokenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a token allows. */
    record AccessToken(long client, Set<String> scopes) {
    }

    /** Adds one and forgets those that have expired. */
    void add(byte[] hash, AccessToken token, Instant now, Instant expiresAt) {
        jdbc.sql("delete from org.access_token where expires_at <= :now").param("now", Times.utc(now)).update();
        jdbc.sql("""
                insert into org.access_token (token_hash, client, scopes, issued_at, expires_at)
                values (:hash, :client, :scopes, :now, :expiresAt)
                """)
                .param("hash", hash).param("client", token.client()).param("scopes", token.scopes().toArray(String[]::new))
                .param("now", Times.utc(now)).param("expiresAt", Times.utc(expiresAt)).update();
    }

    Optional<AccessToken> find(byte[] hash, Instant now) {
        return jdbc.sql("select client, scopes from org.access_token where token_hash = :hash and expires_at > :now")
                .param("hash", hash).param("now", Times.utc(now))
                .query((row, number) -> new AccessToken(row.getLong("client"), Set.of((String[]) row.getArray("scopes").getArray())))
                .optional();
    }
}
