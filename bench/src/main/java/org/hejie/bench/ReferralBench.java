package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Referrals that the court pushes in batches over HTTP: how long until each is answered, and whether each is there once. */
final class ReferralBench {

    private static final int BATCH = 500;
    private static final String PATH = "/api/v1/partner/court/referral-batches";

    private final Options options;
    private final Report report = new Report("referral");

    ReferralBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int rows = options.number("rows", 10_000);
        int clients = options.number("clients", 2);
        String run = Long.toString(System.currentTimeMillis(), 36);
        report.line("  starting the server");
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            StaffSession court = StaffSession.open(server, Account.of(options.data(), "COURT_POST"));
            push(server, court, batches("w" + run, options.number("warmup", 2_000)), clients);
            List<String> batches = batches(run, rows);
            long started = System.nanoTime();
            long kept = push(server, court, batches, clients);
            double seconds = (System.nanoTime() - started) / 1e9;
            long again = System.nanoTime();
            long repeated = push(server, court, batches, clients);
            double repeating = (System.nanoTime() - again) / 1e9;
            report.line("  %d referrals: %.1f s, %.0f/s; %d answered with 201; sent again: %.1f s, %d answered with 201", rows, seconds,
                    rows / seconds, kept, repeating, repeated);
            report.figure("rows", rows);
            report.figure("clients", clients);
            report.figure("seconds", Report.rounded(seconds));
            report.figure("rows_per_s", Report.rounded(rows / seconds));
            report.figure("created", kept);
            report.figure("created_again", repeated);
            report.figure("stored", number(database, "select count(*)::text from referral.referral where outside_no like '" + run + "-%'"));
            report.figure("matters", number(database, "select count(distinct matter_id)::text from referral.referral where outside_no like '" + run + "-%'"));
            report.figure("news_missing", number(database, """
                    select coalesce(sum(h.last - (select count(*) from referral.news n where n.partner = h.partner)), 0)::text
                      from referral.news_head h
                    """));
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    private static long number(Database database, String sql) throws SQLException {
        return Long.parseLong(database.text(sql));
    }

    /** Sends all of them, so many at once. @return how many were answered with 201 */
    private static long push(MeasuredServer server, StaffSession court, List<String> batches, int clients) throws InterruptedException {
        List<Callable<Long>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int first = client;
            work.add(() -> {
                long created = 0;
                try (HttpConnection connection = server.connect()) {
                    for (int batch = first; batch < batches.size(); batch += clients) {
                        String answer = connection.post(PATH, court.headers(), batches.get(batch)).expect(200, "POST referral-batches").text();
                        created += answer.split("\"status\":201", -1).length - 1;
                    }
                }
                return created;
            });
        }
        long created = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<Long> one : threads.invokeAll(work)) {
                created += one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return created;
    }

    private static List<String> batches(String run, int rows) {
        RandomGenerator random = new SplittableRandom(20_261_128);
        List<String> batches = new ArrayList<>();
        for (int from = 0; from < rows; from += BATCH) {
            var body = new StringBuilder("{\"referrals\": [");
            for (int row = from; row < Math.min(rows, from + BATCH); row++) {
                body.append(row == from ? "" : ",").append(referral(run + "-" + row, random));
            }
            batches.add(body.append("]}").toString());
        }
        return batches;
    }

    private static String referral(String number, RandomGenerator random) {
        String trouble = Texts.trouble(random);
        return """
                {"outsideNo": "%s", "docNo": "委派%s", "kind": "APPOINTED", "cause": "民间借贷纠纷", "facts": "原告称%s，多次协商没有结果。", "claims": "归还借款",
                 "category": "1001", "areaCode": "620123104", "amount": %d, "people": 2, "bothConsent": true, "consentProof": "调解意愿书",
                 "parties": [{"role": "APPLICANT", "name": "%s"}, {"role": "RESPONDENT", "name": "%s", "phone": "13%09d"}]}
                """.formatted(number, number, trouble, 1000 + random.nextInt(200_000), Texts.name(random), Texts.name(random), random.nextInt(1_000_000_000));
    }
}
