package org.hejie.shared.database;

import java.io.IOException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.HasMigrationFiles;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/**
 * Migrates the folders {@code db/migration/<module>} in the order of the modules, each with its own history.
 * Modulith's own strategy does it; only the order comes from {@link ModuleOrder}, so Modulith's runtime
 * auto-configuration is switched off in {@code application.yml}.
 */
@Configuration(proxyBeanMethods = false)
class ModuleMigrations {

    @Bean
    FlywayMigrationStrategy migrationStrategy(ResourcePatternResolver resources) throws IOException {
        var modules = ModuleOrder.of("org.hejie", resources).names().stream()
                .map(ApplicationModuleIdentifier::of)
                .toList();
        return new SpringModulithFlywayMigrationStrategy(ApplicationModuleIdentifiers.of(modules),
                new HasMigrationFiles(resources));
    }
}
