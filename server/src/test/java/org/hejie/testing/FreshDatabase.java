package org.hejie.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context of the tests an empty folder for its database and keys, whatever the shell names. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "db");
            TestPropertyValues.of("hejie.data=" + folder, "hejie.keys.file=").applyTo(context);
            if (!namedByTheTest(context)) {
                TestPropertyValues.of("hejie.db.url=").applyTo(context);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A test that brings a database of its own names it by a dynamic property. */
    private static boolean namedByTheTest(ConfigurableApplicationContext context) {
        return context.getEnvironment().getPropertySources().stream()
                .anyMatch(source -> source.getName().equals("Dynamic Test Properties") && source.containsProperty("hejie.db.url"));
    }
}
