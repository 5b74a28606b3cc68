package org.hejie.shared.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hejie.shared.scope.ScopeSigner;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Two ways into one database: the owner, who migrates and verifies, and {@code hejie_app}, as whom the server
 * works and who sees no business row without a scope.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    Secrets secrets(DatabaseProperties properties) {
        return new Secrets(properties.directory().resolve("secrets"));
    }

    @Bean(destroyMethod = "close")
    DatabaseAddress databaseAddress(DatabaseProperties properties, Secrets secrets) {
        if (properties.url() != null && !properties.url().isBlank()) {
            return new DatabaseAddress(properties.url(), properties.user(), properties.password(), null);
        }
        EmbeddedDatabase embedded = EmbeddedDatabase.open(properties.directory(), secrets);
        return new DatabaseAddress(embedded.url(), "postgres", embedded.password(), embedded);
    }

    @Bean
    @FlywayDataSource
    HikariDataSource ownerDataSource(DatabaseAddress address, DatabaseProperties properties, Secrets secrets) {
        HikariConfig config = pool(address.url(), address.user(), address.password(), "owner", 4);
        config.setMinimumIdle(0);
        config.setIdleTimeout(30_000);
        HikariDataSource owner = opened(config);
        PostgresVersion.require(owner);
        new RuntimeRole(owner, RuntimeRole.NAME).ensure(appPassword(properties, secrets));
        return owner;
    }

    @Bean
    HikariDataSource appPool(DatabaseAddress address, DatabaseProperties properties, Secrets secrets,
            @FlywayDataSource HikariDataSource ownerDataSource) {
        return new HikariDataSource(pool(address.url(), RuntimeRole.NAME, appPassword(properties, secrets), "app",
                properties.poolSize()));
    }

    @Bean
    @Primary
    DataSource dataSource(@Qualifier("appPool") HikariDataSource appPool) {
        return new PipelinedDataSource(appPool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, @FlywayDataSource HikariDataSource ownerDataSource,
            DatabaseProperties properties) {
        Supplier<ScopeSigner> signer = SingletonSupplier.of(() -> new ScopeSigner(JdbcClient.create(ownerDataSource)
                .sql("select secret from shared.scope_secret").query(byte[].class).single()));
        return new ScopedTransactionManager(dataSource, signer, properties.outermost());
    }

    private static HikariDataSource opened(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw UnusableDatabaseException.notOpened(config.getJdbcUrl(), config.getUsername(), e);
        }
    }

    private static String appPassword(DatabaseProperties properties, Secrets secrets) {
        return properties.appPassword() != null ? properties.appPassword() : secrets.get("app-role");
    }

    private static HikariConfig pool(String url, String user, String password, String name, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(4, size));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(60_000);
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The detail of a database error repeats the values of the row: nothing personal may reach a log that way.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "hejie-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /** Where the database listens, and the process that runs it when it is ours. */
    record DatabaseAddress(String url, String user, String password, @Nullable EmbeddedDatabase embedded)
            implements AutoCloseable {

        @Override
        public void close() throws Exception {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
