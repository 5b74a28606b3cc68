package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills one of PostgreSQL's processes under load, on which PostgreSQL throws out every connection and recovers from its log. The
 * server must answer again by itself, and nothing acknowledged may be missing.
 */
final class RestartRun {

    private final Options options;
    private final Report report = new Report("database-restart");
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final Latencies outage = new Latencies();

    RestartRun(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int times = options.number("times", 10);
        String since = Instant.now().toString();
        long lost;
        long halfWritten;
        int errors;
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            Desk desk = Desk.open(server, database, options.data());
            Crowd crowd = Crowd.start(server, desk, options.number("clients", 8), acknowledgements::heard);
            for (int round = 0; round < times; round++) {
                Thread.sleep(4_000);
                long started = System.nanoTime();
                killABackend();
                Thread.sleep(200);
                awaitAnswers(server, desk);
                outage.add(System.nanoTime() - started);
            }
            crowd.stop();
            errors = crowd.errors();
            try (Connection owner = database.connect()) {
                lost = acknowledgements.lost(owner).size();
                halfWritten = Acknowledgements.halfWritten(owner, since);
            }
        }
        MeasuredServer.command(options, "audit", "verify");
        report.line("  %d restarts of PostgreSQL under load: answering again after %.1f s (median), %.1f s at most", times,
                outage.percentile(0.5) / 1000, outage.percentile(1) / 1000);
        report.line("  %d writes acknowledged, %d lost, %d half written; %d calls were refused meanwhile; every history verifies",
                acknowledgements.acts(), lost, halfWritten, errors);
        report.figure("restarts", times);
        report.figure("acknowledged", acknowledgements.acts());
        report.figure("lost", lost);
        report.figure("half_written", halfWritten);
        report.figure("refused", errors);
        report.figure("outage_p50_ms", outage.percentile(0.5));
        report.figure("outage_most_ms", outage.percentile(1));
        report.print();
        if (lost + halfWritten > 0) {
            throw new IllegalStateException("Something acknowledged was lost or half written");
        }
    }

    /** A child of the postmaster that serves a connection: the youngest. */
    private void killABackend() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(options.data().resolve("postgres/postmaster.pid")).getFirst().strip());
        ProcessHandle.of(postmaster).orElseThrow().children()
                .max((one, other) -> Long.compare(one.pid(), other.pid())).orElseThrow().destroyForcibly();
    }

    private static void awaitAnswers(MeasuredServer server, Desk desk) throws IOException {
        for (int attempt = 0; attempt < 1_200; attempt++) {
            try (HttpConnection connection = server.connect()) {
                if (connection.get("/api/v1/matters?limit=1", desk.dispatcher().headers()).status() == 200) {
                    return;
                }
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IOException("The server did not answer again within a minute");
    }
}
