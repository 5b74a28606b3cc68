package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Two servers on one database, clients at both: no act fails, nothing is lost, a session begun at one holds at the other, and what
 * the timers do late is done once.
 */
final class TwoNodesRun {

    private static final int LONGEST_WAIT_SECONDS = 240;

    private final Options options;
    private final Report report = new Report("two-nodes");
    private final Acknowledgements acknowledgements = new Acknowledgements();

    TwoNodesRun(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        String since = Instant.now().toString();
        Path beside = Files.createTempDirectory("hejie-second-node");
        try (MeasuredServer first = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            try (MeasuredServer second = MeasuredServer.start(second(beside))) {
                Desk desk = Desk.open(first, database, options.data());
                Crowd here = Crowd.start(first, desk, options.number("clients", 8), acknowledgements::heard);
                Crowd there = Crowd.start(second, desk, options.number("clients", 8), acknowledgements::heard);
                Thread.sleep(options.number("seconds", 30) * 1_000L);
                here.stop();
                there.stop();
                report.line("  %d lifecycles at the first node, %d at the second with the sessions of the first; %d errors", here.lifecycles(),
                        there.lifecycles(), here.errors() + there.errors());
                report.figure("first", here.lifecycles());
                report.figure("second", there.lifecycles());
                report.figure("errors", here.errors() + there.errors());
                timers(first, database, desk);
                try (Connection owner = database.connect()) {
                    int lost = acknowledgements.lost(owner).size();
                    long halfWritten = Acknowledgements.halfWritten(owner, since);
                    report.line("  %d writes acknowledged, %d lost, %d half written", acknowledgements.acts(), lost, halfWritten);
                    report.figure("acknowledged", acknowledgements.acts());
                    report.figure("lost", lost);
                    report.figure("half_written", halfWritten);
                }
            }
        } finally {
            delete(beside);
        }
        MeasuredServer.command(options, "audit", "verify");
        report.print();
    }

    /** The second node: the database of the first, its secrets and its keys. */
    private Options second(Path beside) throws IOException {
        for (String folder : new String[] {"secrets", "keys"}) {
            Files.createDirectories(beside.resolve(folder));
            try (Stream<Path> files = Files.list(options.data().resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, beside.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        String port = Files.readString(options.data().resolve("postgres.port")).strip();
        String password = Files.readString(options.data().resolve("secrets/postgres")).strip();
        return options.with("data", beside.toString()).with("port", Integer.toString(options.port() + 1))
                .with("server-arguments", "--hejie.db.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres --hejie.db.user=postgres"
                        + " --hejie.db.password=" + password);
    }

    /** Matters that nobody signs for: once their limit is over, the timers of one node sign, and only once. */
    private void timers(MeasuredServer server, Database database, Desk desk) throws IOException, SQLException {
        int wanted = options.number("timers", 50);
        StringBuilder ids = new StringBuilder("0");
        try (HttpConnection connection = server.connect()) {
            for (int i = 0; i < wanted; i++) {
                String registration = Texts.registration(new SplittableRandom(i), desk.categories(), desk.villages());
                Answer created = connection.post("/api/v1/matters", desk.dispatcher().headers(), registration).expect(201, "POST /matters");
                long id = Json.number(created.text(), "id");
                connection.post("/api/v1/matters/" + id + "/dispatches", desk.dispatcher().headers() + "If-Match: " + created.etag() + "\r\n",
                        "{\"leadUnitId\": " + desk.handler().unitId() + ", \"procedure\": \"dispute\", \"opinion\": \"请依法调处\"}")
                        .expect(200, "POST …/dispatches");
                ids.append(',').append(id);
            }
        }
        try (Connection owner = database.connect(); Statement statement = owner.createStatement()) {
            statement.execute("update matter.clock set due_at = now() - interval '1 minute',"
                    + " amber_at = now() - interval '2 minutes' where key = 'sign' and matter_id in (" + ids + ")");
        }
        String signed = "select count(*) from matter.event where action = 'AUTO_SIGN' and matter_id in (" + ids + ")";
        long deadline = System.nanoTime() + LONGEST_WAIT_SECONDS * 1_000_000_000L;
        while (Long.parseLong(database.text(signed)) < wanted && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000_000);
        }
        LockSupport.parkNanos(70_000_000_000L);
        long once = Long.parseLong(database.text("select count(*) from (select matter_id from matter.event where action = 'AUTO_SIGN'"
                + " and matter_id in (" + ids + ") group by matter_id having count(*) = 1) x"));
        long all = Long.parseLong(database.text(signed));
        report.line("  %d limits ran out: the timers of two nodes signed for %d of them once, %d times in all", wanted, once, all);
        report.figure("timers", wanted);
        report.figure("done_once", once);
        report.figure("done_in_all", all);
        if (once != wanted || all != wanted) {
            throw new IllegalStateException("A timer did not fire, or more than once");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
