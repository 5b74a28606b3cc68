package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.bench.CpuTime.Spent;

/**
 * Create → assign → resolve → search through HTTP with everything on, by many clients at once; then bare
 * PostgreSQL writing the same rows. The comparable published figure is DIGIT's (docs/performance.md).
 */
final class LifecycleBench {

    private final Options options;
    private final Report report = new Report("lifecycle");

    LifecycleBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int rows = options.number("rows", 100_000);
        int clients = options.number("clients", 32);
        Stock.bringTo(options, rows);
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            long before = database.matters();
            Desk desk = Desk.open(server, database, options.data());
            int warmup = options.number("warmup", 60);
            System.out.printf("Warming up for %d s, %d clients%n", warmup, clients);
            List<LifecycleClient> warm = load(server, desk, clients, warmup);
            System.out.printf("Warmed up by %d lifecycles; measuring%n",
                    warm.stream().mapToInt(LifecycleClient::lifecycles).sum());

            Map<String, Database.Written> writtenBefore = settledStatistics(database);
            Spent begun = Spent.soFar(server, options.data());
            long started = System.nanoTime();
            List<LifecycleClient> done = load(server, desk, clients, options.number("seconds", 60));
            double seconds = (System.nanoTime() - started) / 1e9;
            Spent spent = Spent.soFar(server, options.data()).since(begun);
            Map<String, Database.Written> written = difference(settledStatistics(database), writtenBefore);

            int lifecycles = done.stream().mapToInt(LifecycleClient::lifecycles).sum();
            int errors = done.stream().mapToInt(LifecycleClient::errors).sum();
            double perSecond = lifecycles / seconds;
            report.figure("rows", before);
            report.figure("clients", clients);
            report.figure("seconds", Report.rounded(seconds));
            report.figure("lifecycles_per_s", Report.rounded(perSecond));
            latencies(done);
            report.figure("errors", errors);
            done.stream().map(LifecycleClient::firstError).filter(error -> !error.isEmpty()).findFirst()
                    .ifPresent(error -> report.line("  first error: %s", error));
            report.line("  %d lifecycles in %.1f s at %d matters: %.1f lifecycles/s, %d errors", lifecycles, seconds, before,
                    perSecond, errors);
            report.line("  processor seconds: server %.1f, PostgreSQL %.1f, this generator %.1f", spent.server(), spent.postgres(), spent.generator());
            report.figure("server_rss_mb", server.residentMegabytes());
            bare(database, written, lifecycles, clients, perSecond);
        }
        report.print();
    }

    private static List<LifecycleClient> load(MeasuredServer server, Desk desk, int clients, int seconds)
            throws InterruptedException {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        List<LifecycleClient> running = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            var client = new LifecycleClient(server.connect(), desk, i, until);
            running.add(client);
            threads.add(Thread.ofPlatform().name("client-" + i).start(client));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return running;
    }

    private void latencies(List<LifecycleClient> done) {
        Map<String, Latencies> byCall = new TreeMap<>();
        done.forEach(client -> client.latencies().forEach(
                (call, times) -> byCall.computeIfAbsent(call, name -> new Latencies()).merge(times)));
        report.head();
        byCall.forEach((call, times) -> report.row(call, times));
        Latencies calls = new Latencies();
        byCall.forEach((call, times) -> {
            if (!call.equals(LifecycleClient.WHOLE)) {
                calls.merge(times);
            }
        });
        report.row("every call", calls);
        report.figure("p50_ms", calls.percentile(0.5));
        report.figure("p95_ms", calls.percentile(0.95));
        report.figure("p99_ms", calls.percentile(0.99));
        report.figure("lifecycle_p95_ms", byCall.getOrDefault(LifecycleClient.WHOLE, calls).percentile(0.95));
    }

    private void bare(Database database, Map<String, Database.Written> written, int lifecycles, int clients, double perSecond)
            throws SQLException, InterruptedException {
        if (lifecycles == 0) {
            return;
        }
        report.line("  rows a lifecycle writes:");
        written.forEach((table, rows) -> report.line("    %-32s %6.2f inserted %6.2f updated %6.2f deleted", table,
                rows.inserted() / (double) lifecycles, rows.updated() / (double) lifecycles, rows.deleted() / (double) lifecycles));
        double barePerSecond = new BarePostgres(database, written, lifecycles).perSecond(clients, options.number("bare-seconds", 20));
        report.line("  bare PostgreSQL, the same rows in 3 commits: %.1f/s; Hejie reaches %.0f %% of it", barePerSecond,
                100 * perSecond / barePerSecond);
        report.figure("bare_postgresql_per_s", Report.rounded(barePerSecond));
        report.figure("ratio", Math.round(1000 * perSecond / barePerSecond) / 1000.0);
    }

    /** PostgreSQL reports what a backend wrote within a second of its falling idle. */
    private static Map<String, Database.Written> settledStatistics(Database database) throws SQLException, InterruptedException {
        Thread.sleep(2_500);
        return database.written();
    }

    private static Map<String, Database.Written> difference(Map<String, Database.Written> after,
            Map<String, Database.Written> before) {
        Map<String, Database.Written> difference = new TreeMap<>();
        after.forEach((table, written) -> {
            Database.Written rows = written.minus(before.getOrDefault(table, new Database.Written(0, 0, 0)));
            if (rows.inserted() + rows.updated() + rows.deleted() > 0) {
                difference.put(table, rows);
            }
        });
        return difference;
    }
}
