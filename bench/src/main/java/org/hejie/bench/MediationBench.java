package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hejie.bench.CpuTime.Spent;
import org.hejie.bench.MatterStock.Quarrel;

/** Mediations from opening to the last payment, how many a second, and whether the numbers of their agreements have a gap. */
final class MediationBench {

    private static final int USUAL_SECONDS = 30;
    private static final int USUAL_WARMUP = 10;
    private static final int USUAL_CLIENTS = 16;
    /** For so many a second matters are registered beforehand. */
    private static final int MOST_PER_SECOND = 160;

    private final Options options;
    private final Report report = new Report("mediation");

    MediationBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        report.line("  starting the server");
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            Desk desk = Desk.open(server, database, options.data());
            String[] mediators = database.text("select string_agg(id::text, ',' order by id) from mediation.mediator").split(",");
            int clients = Math.min(options.number("clients", USUAL_CLIENTS), mediators.length);
            report.figure("clients", clients);
            int warmup = options.number("warmup", USUAL_WARMUP);
            int seconds = options.number("seconds", USUAL_SECONDS);
            var stock = new MatterStock(server, desk, clients);
            stock.register(warmup * MOST_PER_SECOND);
            together(server, desk, database, mediators, stock, warmup);
            stock.register(seconds * MOST_PER_SECOND);
            Spent before = Spent.soFar(server, options.data());
            Map<String, Latencies> measured = together(server, desk, database, mediators, stock, seconds);
            Spent spent = Spent.soFar(server, options.data()).since(before);
            report.head();
            measured.forEach(report::row);
            Latencies whole = measured.get(MediationCourse.WHOLE);
            report.figure("mediations_per_second", Report.rounded(whole.count() / (double) seconds));
            report.figure("cpu_ms_server", perMediation(spent.server(), whole));
            report.figure("cpu_ms_postgres", perMediation(spent.postgres(), whole));
            report.figure("cpu_ms_generator", perMediation(spent.generator(), whole));
            report.figure("whole_p95_ms", whole.percentile(0.95));
            report.figure("numbers_missing", Long.parseLong(database.text("""
                    select coalesce(sum(c.last - (select count(*) from mediation.agreement a
                                                   where a.committee_id = c.committee_id and a.year = c.year)), 0)::text
                      from mediation.counter c
                    """)));
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    /** Milliseconds of processor time for one mediation. */
    private static double perMediation(double seconds, Latencies whole) {
        return Report.rounded(seconds * 1000 / whole.count());
    }

    /** All clients for so many seconds, each with matters of its own. */
    private static Map<String, Latencies> together(MeasuredServer server, Desk desk, Database database, String[] mediators, MatterStock stock,
            int seconds) throws InterruptedException, SQLException {
        List<Callable<Map<String, Latencies>>> work = new ArrayList<>();
        int clients = stock.clients();
        for (int client = 0; client < clients; client++) {
            Queue<Quarrel> matters = stock.of(client);
            String mediator = mediators[client];
            int taken = Integer.parseInt(database.text("select count(*)::text from mediation.session s join mediation.mediator m"
                    + " on m.staff_id = s.staff_id where m.id = " + mediator));
            work.add(() -> alone(server, desk, mediator, taken, matters, seconds));
        }
        Map<String, Latencies> all = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Map<String, Latencies>> one : threads.invokeAll(work)) {
                one.get().forEach((call, latencies) -> all.computeIfAbsent(call, name -> new Latencies()).merge(latencies));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private static Map<String, Latencies> alone(MeasuredServer server, Desk desk, String mediator, int taken, Queue<Quarrel> matters,
            int seconds) throws IOException {
        try (HttpConnection connection = server.connect()) {
            var course = new MediationCourse(connection, desk, mediator, taken);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                Quarrel matter = matters.poll();
                if (matter == null) {
                    throw new IllegalStateException("more than " + MOST_PER_SECOND + " mediations a second: no matter is left");
                }
                course.run(matter);
            }
            return course.latencies();
        }
    }
}
