package org.hejie.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** First pages of the work lists, counts and text search, as seen from three desks: row-level security is on for all. */
final class ListBench {

    private static final Map<String, String> DESKS = new LinkedHashMap<>();

    static {
        DESKS.put("dispatcher", "DISPATCHER");
        DESKS.put("town_clerk", "TOWN_CLERK");
        DESKS.put("grid_worker", "GRID_WORKER");
    }

    private static final String[] BUCKETS = {"all", "inHand", "overdue", "toVisit", "toDispatch", "dueSoon"};

    private final Options options;
    private final Report report = new Report("list");

    ListBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        Stock.bringTo(options, options.number("rows", 1_000_000));
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            report.figure("rows", database.matters());
            report.figure("clients", options.number("clients", 4));
            report.head();
            int requests = options.number("requests", 2_000);
            for (Map.Entry<String, String> desk : DESKS.entrySet()) {
                StaffSession session = StaffSession.open(server, Account.of(options.data(), desk.getValue()));
                measure(server, session, desk.getKey(), "list_p95_ms", requests,
                        i -> "/api/v1/matters?limit=50&bucket=" + BUCKETS[i % BUCKETS.length]);
                measure(server, session, desk.getKey(), "search_p95_ms", requests, ListBench::search);
                measure(server, session, desk.getKey(), "counts_p95_ms", requests / 4, i -> "/api/v1/matters/counts");
            }
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    private static String search(int number) {
        String words = Texts.trouble(new SplittableRandom(number * 31L));
        return "/api/v1/matters?limit=50&bucket=all&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void measure(MeasuredServer server, StaffSession session, String desk, String what, int requests,
            IntFunction<String> path) throws InterruptedException {
        ask(server, session, requests / 5, path); // warm-up
        Latencies latencies = ask(server, session, requests, path);
        report.row(desk + " " + what.replace("_p95_ms", ""), latencies);
        report.figure(desk + "_" + what, latencies.percentile(0.95));
    }

    private Latencies ask(MeasuredServer server, StaffSession session, int requests, IntFunction<String> path)
            throws InterruptedException {
        int clients = options.number("clients", 4);
        Latencies all = new Latencies();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                running.add(threads.submit(() -> ask(server, session, first, clients, requests, path)));
            }
            for (Future<Latencies> one : running) {
                all.merge(one.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private static Latencies ask(MeasuredServer server, StaffSession session, int first, int step, int requests,
            IntFunction<String> path) throws IOException {
        Latencies latencies = new Latencies();
        try (HttpConnection connection = server.connect()) {
            for (int i = first; i < requests; i += step) {
                long started = System.nanoTime();
                connection.get(path.apply(i), session.headers()).expect(200, path.apply(i));
                latencies.add(System.nanoTime() - started);
            }
        }
        return latencies;
    }
}
