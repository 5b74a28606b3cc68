package org.hejie.org.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.ApiClient;
import org.hejie.org.PostId;
import org.hejie.org.UnitId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API clients as rows, found by the hash of their token. */
@Repository
class ApiClientStore {

    private static final String COLUMNS =
            "select id, name, unit, line, post, scopes, created_at, expires_at, revoked_at, last_used_at from org.api_client ";

    private final JdbcClient jdbc;

    ApiClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ApiClient client, byte[] hash, @Nullable Long createdBy) {
        jdbc.sql("""
                insert into org.api_client (id, name, unit, line, post, scopes, token_hash, created_by, created_at, expires_at)
                values (:id, :name, :unit, :line, :post, :scopes, :hash, :by, :at, :expiresAt)
                """)
                .param("id", client.id()).param("name", client.name()).param("unit", client.unit().value())
                .param("line", client.line(), Types.SMALLINT)
                .param("post", client.post() == null ? null : client.post().value(), Types.BIGINT)
                .param("scopes", client.scopes().toArray(String[]::new))
                .param("hash", hash).param("by", createdBy, Types.BIGINT)
                .param("at", Times.utc(client.createdAt())).param("expiresAt", Times.utc(client.expiresAt()))
                .update();
    }

    /** By its token, or for a day by the one before. */
    Optional<ApiClient> find(byte[] hash, Instant now) {
        return jdbc.sql(COLUMNS + "where token_hash = :hash or former_token_hash = :hash and former_until > :now")
                .param("hash", hash).param("now", Times.utc(now)).query(ApiClientStore::client).optional();
    }

    void rotate(long id, byte[] hash, Instant formerUntil) {
        jdbc.sql("""
                update org.api_client set former_token_hash = token_hash, former_until = :until, token_hash = :hash
                 where id = :id
                """)
                .param("until", Times.utc(formerUntil)).param("hash", hash).param("id", id).update();
    }

    Optional<ApiClient> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(ApiClientStore::client).optional();
    }

    List<ApiClient> list(long before, int limit) {
        return jdbc.sql(COLUMNS + "where id < :before order by id desc limit :limit")
                .param("before", before).param("limit", limit).query(ApiClientStore::client).list();
    }

    void revoke(long id, @Nullable Long by, Instant at) {
        jdbc.sql("update org.api_client set revoked_at = :at, revoked_by = :by where id = :id and revoked_at is null")
                .param("at", Times.utc(at)).param("by", by, Types.BIGINT).param("id", id).update();
    }

    void used(long id, Instant at) {
        jdbc.sql("update org.api_client set last_used_at = :at where id = :id")
                .param("at", Times.utc(at)).param("id", id).update();
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        Long post = row.getObject("post", Long.class);
        return new ApiClient(row.getLong("id"), row.getString("name"), new UnitId(row.getLong("unit")),
                row.getObject("line", Integer.class), post == null ? null : new PostId(post),
                Set.of((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Times.instant(row.getObject("revoked_at", OffsetDateTime.class)),
                Times.instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }
}
