package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only refers to a row and what works on it do not wait for each other (ADR 0099). */
class LocksWithoutKeysTest {

    /** A lock of rows; a policy {@code for update to} or {@code for update using} is none. */
    private static final Pattern WITH_KEYS = Pattern.compile("\\bfor update\\b(?!\\s+(to|using)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT = Pattern.compile("\\bfor no key update\\b");

    @Test
    void nobodyTakesARowsKey() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(file -> file.toString().matches(".*\\.(java|sql)")).toList();

            assertThat(sources).filteredOn(file -> WITHOUT.matcher(read(file)).find()).hasSizeGreaterThan(20);
            assertThat(sources).filteredOn(file -> WITH_KEYS.matcher(read(file)).find()).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
