package org.hejie.shared.crypto;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Opens the key file at start: {@code hejie.keys.file}, by default {@code keys/hejie.keys} in the
 * database's folder.
 * A missing file is created and said; it has to be copied to a safe place by the operator.
 */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KeyConfiguration.class);

    @Bean
    KeyFile keyFile(@Value("${hejie.keys.file:}") String configured,
            @Value("${hejie.db.directory:data}") Path data, Environment environment) {
        if (!configured.isBlank()) {
            return new KeyFile(Path.of(configured));
        }
        Path path = data.resolve("keys").resolve("hejie.keys");
        if (!environment.matchesProfiles("demo | test")) {
            log.warn("hejie.keys.file is not set; the keys lie in {}, beside the data. In production set it to a place"
                    + " that is backed up apart from the database.", path);
        }
        return new KeyFile(path);
    }

    @Bean
    KeyRing keyRing(KeyFile file) {
        if (file.exists()) {
            return file.load();
        }
        KeyRing created = file.create();
        log.warn("A new key file was created: {}. Copy it to a safe place now;"
                + " without it nothing encrypted can be read.", file);
        return created;
    }
}
