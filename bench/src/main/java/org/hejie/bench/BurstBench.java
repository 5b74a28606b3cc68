package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Lifecycles that arrive at a given rate whether or not the server keeps up: 1 a second, 35, 1, and so on. Each is timed from the
 * moment it was due, so that waiting counts. After a peak the server has recovered when a lifecycle that falls due takes no longer
 * than twice the median before the first peak, and every one that fell due in the peak has ended.
 * The comparable published run is DIGIT's (docs/performance.md).
 */
final class BurstBench {

    private static final long SECOND = 1_000_000_000L;
    private static final long NO_MORE = -1;

    private final Options options;
    private final Report report = new Report("burst");
    private final BlockingQueue<Long> due = new LinkedBlockingQueue<>();
    private final List<Done> done = new ArrayList<>();
    private int errors;
    private String firstError = "";

    BurstBench(Options options) {
        this.options = options;
    }

    /** A lifecycle: when it was due and when it ended, in nanoseconds since the beginning. */
    private record Done(long due, long ended) {

        long took() {
            return ended - due;
        }
    }

    /** A stretch of time with one rate. */
    private record Phase(int perSecond, int seconds, long from) {

        long to() {
            return from + seconds * SECOND;
        }
    }

    void run() throws IOException, SQLException, InterruptedException {
        Stock.bringTo(options, options.number("rows", 1_000_000));
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            report.figure("rows", database.matters());
            Desk desk = Desk.open(server, database, options.data());
            Crowd warming = Crowd.start(server, desk, 16, acknowledged -> {
            });
            Thread.sleep(options.number("warmup", 60) * 1_000L);
            warming.stop();
            List<Phase> phases = phases(options.number("seconds", 600), options.number("phase", 60),
                    options.number("low", 1), options.number("high", 35));
            List<Thread> clients = new ArrayList<>();
            long beginning = System.nanoTime();
            for (int i = 0; i < options.number("clients", 64); i++) {
                HttpConnection connection = server.connect();
                int number = i;
                clients.add(Thread.ofPlatform().name("client-" + i).start(() -> serve(connection, desk, number, beginning)));
            }
            arrive(phases, beginning);
            for (Thread client : clients) {
                due.add(NO_MORE);
            }
            for (Thread client : clients) {
                client.join();
            }
            tell(phases);
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    private static List<Phase> phases(int seconds, int each, int low, int high) {
        List<Phase> phases = new ArrayList<>();
        for (int from = 0; from < seconds; from += each) {
            phases.add(new Phase(phases.size() % 2 == 0 ? low : high, Math.min(each, seconds - from), from * SECOND));
        }
        return phases;
    }

    private void arrive(List<Phase> phases, long beginning) {
        for (Phase phase : phases) {
            long step = SECOND / phase.perSecond();
            for (long at = phase.from(); at < phase.to(); at += step) {
                long wait = beginning + at - System.nanoTime();
                while (wait > 0) {
                    LockSupport.parkNanos(wait);
                    wait = beginning + at - System.nanoTime();
                }
                due.add(at);
            }
        }
    }

    private void serve(HttpConnection connection, Desk desk, int number, long beginning) {
        var lifecycle = new Lifecycle(connection, desk, new SplittableRandom(20_261_125L + number), acknowledged -> {
        });
        try (connection) {
            for (long at = due.take(); at != NO_MORE; at = due.take()) {
                try {
                    lifecycle.run();
                    finished(new Done(at, System.nanoTime() - beginning));
                } catch (IOException | RuntimeException e) {
                    failed(e);
                }
            }
        } catch (IOException | InterruptedException e) {
            failed(e);
        }
    }

    private synchronized void finished(Done one) {
        done.add(one);
    }

    private synchronized void failed(Exception failure) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = failure.toString();
        }
    }

    private void tell(List<Phase> phases) {
        report.head();
        double quiet = of(phases.getFirst()).percentile(0.5);
        double slowestRecovery = 0;
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            Latencies times = of(phase);
            report.row("%d/s for %d s".formatted(phase.perSecond(), phase.seconds()), times);
            if (i % 2 == 0 && i > 0) {
                double seconds = recovery(phases.get(i - 1), phase, quiet);
                report.line("    recovered %.1f s after the peak", seconds);
                slowestRecovery = Math.max(slowestRecovery, seconds);
            }
        }
        report.line("  %d lifecycles, %d errors%s", done.size(), errors, firstError.isEmpty() ? "" : "; the first: " + firstError);
        report.figure("lifecycles", done.size());
        report.figure("errors", errors);
        report.figure("quiet_p50_ms", quiet);
        report.figure("peak_p95_ms", phases.stream().filter(phase -> phase.perSecond() > 1)
                .mapToDouble(phase -> of(phase).percentile(0.95)).max().orElse(0));
        report.figure("slowest_recovery_s", Report.rounded(slowestRecovery));
    }

    private Latencies of(Phase phase) {
        var times = new Latencies();
        done.stream().filter(one -> one.due() >= phase.from() && one.due() < phase.to()).forEach(one -> times.add(one.took()));
        return times;
    }

    /** Seconds from the end of the peak until its last lifecycle has ended and one of the quiet phase is as quick as before. */
    private double recovery(Phase peak, Phase after, double quiet) {
        long lastOfPeak = done.stream().filter(one -> one.due() >= peak.from() && one.due() < peak.to())
                .mapToLong(Done::ended).max().orElse(peak.to());
        long quickAgain = done.stream().filter(one -> one.due() >= after.from() && one.due() < after.to())
                .filter(one -> one.took() <= 2 * quiet * 1_000_000).mapToLong(Done::due).min().orElse(after.to());
        return (Math.max(lastOfPeak, quickAgain) - peak.to()) / 1e9;
    }
}
