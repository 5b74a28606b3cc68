package org.hejie.shared.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url         JDBC address of an external PostgreSQL (environment: {@code HEJIE_DB_URL}); absent: the embedded one
 * @param user        its owner account, which migrates and may create the runtime role
 * @param password    the owner's password
 * @param appPassword password of the runtime role {@code hejie_app}; absent: generated and kept in the secrets folder
 * @param directory   folder of the embedded database and of the secrets
 * @param poolSize    connections of the runtime pool, at least 2
 */
@ConfigurationProperties("hejie.db")
record DatabaseProperties(@Nullable String url, @DefaultValue("postgres") String user, @DefaultValue("") String password,
        @Nullable String appPassword, @DefaultValue("data") Path directory, @DefaultValue("20") int poolSize) {

    DatabaseProperties {
        if (poolSize < 2) {
            throw new IllegalArgumentException("hejie.db.pool-size must be at least 2, not " + poolSize);
        }
    }

    /** Transactions that may run at once; the rest of the pool is for work apart from them. */
    int outermost() {
        return poolSize - Math.max(1, poolSize / 5);
    }
}
