package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How soon the twins of a trouble are known: while it is typed, when it is typed to its end, and of a matter that is
 * there; from the county's desk and from a town's. And what keeping the marks costs a registration.
 */
final class TwinsBench {

    private static final int USUAL_SECONDS = 10;
    private static final int USUAL_WARMUP = 60;
    private static final int SAMPLE = 2000;
    private static final int REGISTRATIONS = 2000;
    private static final int TYPED = 12;

    private final Options options;
    private final Report report = new Report("twins");
    private String[] ids = {};

    TwinsBench(Options options) {
        this.options = options;
    }

    /** One call: what it is named, and how it is made for a number. */
    private record Kind(String name, Call call) {
    }

    private interface Call {
        void make(HttpConnection connection, String headers, int number) throws IOException;
    }

    void run() throws IOException, SQLException, InterruptedException {
        if (options.values().containsKey("rows")) {
            Stock.bringTo(options, options.number("rows", 0));
        }
        report.line("  starting the server");
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            int seconds = options.number("seconds", USUAL_SECONDS);
            report.figure("rows", database.matters());
            report.figure("marks", Long.parseLong(database.text("select count(*) from matter.twin_mark")));
            report.figure("clients", options.number("clients", 1));
            report.line("  %d s for each kind of call after %d s of warming up", seconds,
                    options.number("warmup", USUAL_WARMUP));
            report.head();
            Desk desk = Desk.open(server, database, options.data());
            ids = visible(database, desk.dispatcher());
            for (Kind kind : kinds(desk)) {
                ask(server, desk.dispatcher(), kind, options.number("warmup", USUAL_WARMUP) / kinds(desk).size());
            }
            double worst = measure(server, "dispatcher", desk.dispatcher(), desk, seconds);
            StaffSession clerk = StaffSession.open(server, Account.of(options.data(), "TOWN_CLERK"));
            ids = visible(database, clerk);
            worst = Math.max(worst, measure(server, "town_clerk", clerk, desk, seconds));
            report.figure("candidates_p95_ms", worst);
            MarkCost cost = MarkCost.measure(database, REGISTRATIONS);
            report.line("  marks of one registration: %.3f ms of PostgreSQL's time (six rows), one empty round trip %.3f ms", cost.marks(), cost.nothing());
            report.figure("marks_ms_per_registration", Math.round((cost.marks() - cost.nothing()) * 1000) / 1000.0);
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    /** Newer matters that somebody's unit may see, as they fall. */
    private static String[] visible(Database database, StaffSession session) throws SQLException {
        return database.text("""
                select string_agg(id::text, ',') from (
                    select id from matter.matter where registered_at > now() - interval '90 days' and visible_to @> array[%d::bigint]
                    order by id %% 1009, id limit %d) m
                """.formatted(session.unitId(), SAMPLE)).split(",");
    }

    /** @return the slowest kind's p95 in milliseconds */
    private double measure(MeasuredServer server, String who, StaffSession session, Desk desk, int seconds) throws InterruptedException {
        double worst = 0;
        for (Kind kind : kinds(desk)) {
            ask(server, session, kind, seconds / 5);
            Latencies latencies = ask(server, session, kind, seconds);
            report.row(who + " " + kind.name(), latencies);
            report.figure(who + "_" + kind.name().replace(' ', '_') + "_p95_ms", latencies.percentile(0.95));
            worst = Math.max(worst, latencies.percentile(0.95));
        }
        return worst;
    }

    private List<Kind> kinds(Desk desk) {
        return List.of(
                new Kind("half typed", (connection, headers, number) -> draft(connection, headers, halfTyped(number))),
                new Kind("typed to the end", (connection, headers, number) -> draft(connection, headers,
                        Texts.registration(new SplittableRandom(number), desk.categories(), desk.villages()))),
                new Kind("of a matter", (connection, headers, number) ->
                        connection.get("/api/v1/matters/" + ids[number % ids.length] + "/twins", headers).expect(200, "GET …/twins")));
    }

    private static void draft(HttpConnection connection, String headers, String body) throws IOException {
        connection.post("/api/v1/twins", headers, body).expect(200, "POST /twins");
    }

    private static String halfTyped(int number) {
        var random = new SplittableRandom(number);
        String facts = (Texts.trouble(random) + "，双方多次协商没有结果，事情从上月开始").substring(0, TYPED);
        return "{\"title\": " + Json.quoted(facts) + ", \"facts\": " + Json.quoted(facts) + ", \"parties\": [{\"phone\": \"138"
                + String.format("%08d", random.nextInt(100_000_000)) + "\"}]}";
    }

    private Latencies ask(MeasuredServer server, StaffSession session, Kind kind, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int clients = options.number("clients", 1);
        Map<Integer, Future<Latencies>> running = new LinkedHashMap<>();
        Latencies all = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                int first = client * 1_000_003;
                running.put(client, threads.submit(() -> ask(server, session, kind, first, end)));
            }
            for (Future<Latencies> one : running.values()) {
                all.merge(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private static Latencies ask(MeasuredServer server, StaffSession session, Kind kind, int first, long end) throws IOException {
        var latencies = new Latencies();
        try (HttpConnection connection = server.connect()) {
            for (int i = first; System.nanoTime() < end; i++) {
                long started = System.nanoTime();
                kind.call().make(connection, session.headers(), i);
                latencies.add(System.nanoTime() - started);
            }
        }
        return latencies;
    }
}
