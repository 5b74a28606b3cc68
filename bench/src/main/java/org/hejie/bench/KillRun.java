package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Kills the server under load, again and again, every second time its PostgreSQL as well, and starts it anew: nothing that
 * was acknowledged may be missing, nothing half written, and in the end every history must verify.
 */
final class KillRun {

    private final Options options;
    private final Report report = new Report("kill");
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final Latencies untilReady = new Latencies();
    private long lost;
    private long halfWritten;
    private int lifecycles;

    KillRun(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int times = options.number("times", 100);
        RandomGenerator random = new SplittableRandom(options.number("seed", 1));
        String since = Instant.now().toString();
        for (int round = 1; round <= times; round++) {
            try (MeasuredServer server = MeasuredServer.start(options)) {
                untilReady.add(server.untilReady().toNanos());
                look(since);
                disturb(server, random.nextInt(500, 4_000), round % 2 == 0);
            }
            if (round % 10 == 0) {
                report.line("  %d kills: %d writes acknowledged, %d lost, %d half written", round, acknowledgements.acts(), lost, halfWritten);
            }
        }
        try (MeasuredServer server = MeasuredServer.start(options)) {
            untilReady.add(server.untilReady().toNanos());
            look(since);
        }
        MeasuredServer.command(options, "audit", "verify");
        report.line("  every history verifies");
        report.line("  ready after a kill in %.1f s (median), %.1f s at most", untilReady.percentile(0.5) / 1000,
                untilReady.percentile(1) / 1000);
        report.figure("kills", times);
        report.figure("lifecycles", lifecycles);
        report.figure("acknowledged", acknowledgements.acts());
        report.figure("lost", lost);
        report.figure("half_written", halfWritten);
        report.figure("ready_p50_ms", untilReady.percentile(0.5));
        report.figure("ready_most_ms", untilReady.percentile(1));
        report.print();
        if (lost + halfWritten > 0) {
            throw new IllegalStateException("Something acknowledged was lost or half written");
        }
    }

    private void look(String since) throws IOException, SQLException {
        try (Connection owner = new Database(options.data()).connect()) {
            lost += acknowledgements.lost(owner).size();
            halfWritten += Acknowledgements.halfWritten(owner, since);
        }
    }

    private void disturb(MeasuredServer server, int milliseconds, boolean withDatabase)
            throws IOException, SQLException, InterruptedException {
        Desk desk = Desk.open(server, new Database(options.data()), options.data());
        String postmaster = Files.readAllLines(options.data().resolve("postgres/postmaster.pid")).getFirst().strip();
        Crowd crowd = Crowd.start(server, desk, options.number("clients", 8), acknowledgements::heard);
        Thread.sleep(milliseconds);
        server.kill();
        if (withDatabase) {
            ProcessHandle.of(Long.parseLong(postmaster)).ifPresent(ProcessHandle::destroyForcibly);
        }
        crowd.stop();
        lifecycles += crowd.lifecycles();
    }
}
