package org.hejie.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    private static final int USUAL_SECONDS = 10;
    private static final int USUAL_WARMUP = 60;

    private final Options options;
    private final Report report = new Report("list");

    ListBench(Options options) {
        this.options = options;
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
            int warmup = options.number("warmup", USUAL_WARMUP);
            report.figure("rows", database.matters());
            report.figure("clients", options.number("clients", 4));
            report.line("  %d matters; %d s for each kind of call after %d s of warming up", database.matters(), seconds, warmup);
            report.head();
            Map<String, Asking> desks = desks(server);
            warmUp(desks.values(), warmup);
            for (Map.Entry<String, Asking> desk : desks.entrySet()) {
                lists(desk.getValue(), desk.getKey(), seconds);
                measure(desk.getValue(), desk.getKey(), "search", seconds, ListBench::search);
                measure(desk.getValue(), desk.getKey(), "counts", seconds, ListBench::counts);
            }
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    private Map<String, Asking> desks(MeasuredServer server) throws IOException, InterruptedException {
        Map<String, Asking> desks = new LinkedHashMap<>();
        for (Map.Entry<String, String> desk : DESKS.entrySet()) {
            StaffSession session = StaffSession.open(server, Account.of(options.data(), desk.getValue()));
            desks.put(desk.getKey(), new Asking(server, session, options.number("clients", 4)));
        }
        return desks;
    }

    /** All desks ask for everything before any is measured: the first would else pay for what the server learns by it. */
    private static void warmUp(Collection<Asking> desks, int seconds) throws InterruptedException {
        int each = seconds / (3 * desks.size());
        for (Asking desk : desks) {
            desk.ask(each, 1, ListBench::list);
            desk.ask(each, 1, ListBench::search);
            desk.ask(each, 1, ListBench::counts);
        }
    }

    /** Each list in its own row, since one that is slow would hide among six; the figure is of all together. */
    private void lists(Asking asking, String desk, int seconds) throws InterruptedException {
        Latencies all = new Latencies();
        double worst = 0;
        List<Latencies> each = asking.ask(seconds, BUCKETS.length, ListBench::list);
        for (int bucket = 0; bucket < BUCKETS.length; bucket++) {
            report.row(desk + " list " + BUCKETS[bucket], each.get(bucket));
            worst = Math.max(worst, each.get(bucket).percentile(0.95));
            all.merge(each.get(bucket));
        }
        report.figure(desk + "_list_p95_ms", all.percentile(0.95));
        report.figure(desk + "_slowest_list_p95_ms", worst);
    }

    private void measure(Asking asking, String desk, String what, int seconds, IntFunction<String> path) throws InterruptedException {
        Latencies latencies = asking.ask(seconds, 1, path).getFirst();
        report.row(desk + " " + what, latencies);
        report.figure(desk + "_" + what + "_p95_ms", latencies.percentile(0.95));
    }

    private static String list(int number) {
        return "/api/v1/matters?limit=50&bucket=" + BUCKETS[number % BUCKETS.length];
    }

    private static String counts(int number) {
        return "/api/v1/matters/counts";
    }

    private static String search(int number) {
        String words = Texts.trouble(new SplittableRandom(number * 31L));
        return "/api/v1/matters?limit=50&bucket=all&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
