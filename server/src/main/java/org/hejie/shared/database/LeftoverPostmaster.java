package org.hejie.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the PostgreSQL that a killed server left behind, or removes the pid file of one that is gone. */
final class LeftoverPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private LeftoverPostmaster() {
    }

    /**
     * Leaves the folder without a running postmaster.
     *
     * @throws IOException if one runs there and does not stop within a minute
     */
    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> postmaster = postmasterOf(pidFile, data);
        if (postmaster.isEmpty()) {
            LOG.info("Removed the pid file of a PostgreSQL that is gone");
            Files.delete(pidFile);
            return;
        }
        LOG.info("Stopping the PostgreSQL left behind as process {}", postmaster.get().pid());
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.get().pid())).start(); // INT: fast shutdown
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postmasterOf(pidFile, data).isPresent()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new IOException("a PostgreSQL runs in " + data + " and does not stop");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The process that the pid file names, unless it is gone, or ended and not yet cleared away, or another program. */
    private static Optional<ProcessHandle> postmasterOf(Path pidFile, Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pidFile);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info().commandLine()
                        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                        .isPresent());
    }
}
