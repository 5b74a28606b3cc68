package org.hejie.matter.supervision.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the rules when the server starts. */
@Configuration(proxyBeanMethods = false)
class ShippedRules {

    @Bean
    RuleBook supervisionRules() {
        try {
            return RuleFile.read(new ClassPathResource("rules/supervision.yaml").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
