package org.hejie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads the lists under {@code demo/}: lines of fields, comments begin with a hash. */
final class DemoFiles {

    private DemoFiles() {
    }

    /** @param fields how many; the last one keeps its commas */
    static List<String[]> read(String name, int fields) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> split(name, line, fields))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo/" + name + " belongs to this build", e);
        }
    }

    private static String[] split(String name, String line, int fields) {
        String[] parts = line.split(",", fields);
        if (parts.length != fields) {
            throw new IllegalStateException("demo/" + name + " has a line with fewer than " + fields + " fields: " + line);
        }
        return parts;
    }
}
