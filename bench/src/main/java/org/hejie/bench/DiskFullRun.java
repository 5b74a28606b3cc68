package org.hejie.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Fills the disk of the database while clients work: what cannot be written is refused and nothing acknowledged may be missing. When
 * there is room again the server works on by itself or, where PostgreSQL has given up, after a new start.
 */
final class DiskFullRun {

    private static final long LARGEST = 4L << 30;
    private static final int SPARE = 20;

    private final Options options;
    private final Report report = new Report("disk-full");
    private final Acknowledgements acknowledgements = new Acknowledgements();

    DiskFullRun(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        requireASmallDisk();
        Path ballast = options.data().resolve("ballast");
        Files.deleteIfExists(ballast);
        String since = Instant.now().toString();
        boolean byItself;
        Map<Integer, Integer> refusals;
        try (MeasuredServer server = MeasuredServer.start(options)) {
            Desk desk = Desk.open(server, new Database(options.data()), options.data());
            Crowd crowd = Crowd.start(server, desk, options.number("clients", 8), acknowledgements::heard);
            Thread.sleep(5_000);
            fill(ballast);
            Thread.sleep(options.number("seconds", 20) * 1_000L);
            crowd.stop();
            refusals = registrations(server, desk);
            Files.delete(ballast);
            byItself = answersAgain(server, desk);
        }
        long lost;
        long halfWritten;
        try (MeasuredServer server = MeasuredServer.start(options); Connection owner = new Database(options.data()).connect()) {
            lost = acknowledgements.lost(owner).size();
            halfWritten = Acknowledgements.halfWritten(owner, since);
            Desk desk = Desk.open(server, new Database(options.data()), options.data());
            if (!registrations(server, desk).equals(Map.of(201, SPARE))) {
                throw new IllegalStateException("The server does not register after a new start");
            }
        }
        MeasuredServer.command(options, "audit", "verify");
        report.line("  on the full disk %d registrations were answered (status=times): %s", SPARE, refusals);
        report.line("  with room again the server worked on %s", byItself ? "by itself" : "only after a new start");
        report.line("  %d writes acknowledged, %d lost, %d half written; every history verifies", acknowledgements.acts(), lost, halfWritten);
        report.figure("acknowledged", acknowledgements.acts());
        report.figure("lost", lost);
        report.figure("half_written", halfWritten);
        report.figure("by_itself", byItself);
        report.figure("answers_on_full_disk", refusals.toString());
        report.print();
        if (lost + halfWritten > 0) {
            throw new IllegalStateException("Something acknowledged was lost or half written");
        }
    }

    private void requireASmallDisk() throws IOException {
        Files.createDirectories(options.data());
        FileStore store = Files.getFileStore(options.data());
        if (store.getTotalSpace() > LARGEST) {
            throw new IllegalArgumentException("--data must lie on a file system of its own of at most 4 GB; for example: "
                    + "mount -t tmpfs -o size=1500m tmpfs DIR");
        }
    }

    /** Takes all the room there is. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            System.out.println("  the disk is full: " + full.getMessage());
        }
    }

    /** How so many registrations are answered, one after the other; -1 for none at all. */
    private static Map<Integer, Integer> registrations(MeasuredServer server, Desk desk) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < SPARE; i++) {
            int status = -1;
            if (server.alive()) {
                try (HttpConnection connection = server.connect()) {
                    status = connection.post("/api/v1/matters", desk.dispatcher().headers(),
                            Texts.registration(new SplittableRandom(i), desk.categories(), desk.villages())).status();
                } catch (IOException e) {
                    status = -1;
                }
            }
            answers.merge(status, 1, Integer::sum);
        }
        return answers;
    }

    private static boolean answersAgain(MeasuredServer server, Desk desk) {
        for (int attempt = 0; attempt < 60; attempt++) {
            if (registrations(server, desk).equals(Map.of(201, SPARE))) {
                return true;
            }
            LockSupport.parkNanos(1_000_000_000);
        }
        return false;
    }
}
