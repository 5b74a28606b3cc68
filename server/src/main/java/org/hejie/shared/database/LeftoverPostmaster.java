package org.hejie.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the PostgreSQL that a killed server left behind, or removes the pid file of one that is gone. */
final class LeftoverPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostmaster.class);
    private static final long PATIENCE_SECONDS = 60;

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
        try {
            postmaster.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a PostgreSQL runs in " + data + " and does not stop", e);
        }
    }

    private static Optional<ProcessHandle> postmasterOf(Path pidFile, Path data) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
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
