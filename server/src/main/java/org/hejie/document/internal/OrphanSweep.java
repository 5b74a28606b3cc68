package org.hejie.document.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sets aside what lies in the folder and in no row: uploads that were rolled back. Nothing is deleted, for after an older copy of the database
 * was put back, what it does not know may still be wanted.
 */
class OrphanSweep {

    /** Older than any upload that may still be committed. */
    private static final Duration SETTLED = Duration.ofDays(1);
    private static final String ASIDE = "orphaned";
    private static final int AT_ONCE = 1_000;

    private final Path folder;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrphanSweep(Path folder, JdbcClient jdbc, Clock clock) {
        this.folder = folder;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many were set aside, into {@code orphaned/} and today's date. */
    int sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        Instant before = clock.instant().minus(SETTLED);
        int aside = 0;
        try (Stream<Path> shelves = Files.list(folder)) {
            for (Path shelf : shelves.filter(path -> path.getFileName().toString().matches("[0-9a-f]{2}")).sorted().toList()) {
                aside += sweep(shelf, before);
            }
        }
        return aside;
    }

    private int sweep(Path shelf, Instant before) throws IOException {
        var settled = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(shelf)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    settled.add(file);
                }
            }
        }
        int aside = 0;
        for (int from = 0; from < settled.size(); from += AT_ONCE) {
            aside += setAside(settled.subList(from, Math.min(settled.size(), from + AT_ONCE)));
        }
        return aside;
    }

    private int setAside(List<Path> files) throws IOException {
        List<String> names = files.stream().map(file -> file.getFileName().toString()).filter(name -> name.matches("[0-9a-f]{64}")).toList();
        Set<String> known = jdbc.sql("select encode(address, 'hex') from document.stored_content where address = any(:addresses)")
                .param("addresses", names.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query(String.class).list().stream().collect(Collectors.toSet());
        int aside = 0;
        for (Path file : files) {
            if (!known.contains(file.getFileName().toString())) {
                Path place = folder.resolve(ASIDE).resolve(Times.dateOf(clock.instant()).toString());
                Files.createDirectories(place);
                Files.move(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                aside++;
            }
        }
        return aside;
    }
}
