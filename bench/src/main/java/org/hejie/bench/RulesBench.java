package org.hejie.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * Tries a changed routing table on past matters, as the dispatcher does before handing it to approval: the request of the page,
 * from the first byte sent to the last byte of the answer. The draft sends every matter of wage arrears elsewhere.
 */
final class RulesBench {

    private static final String DRAFTS = "/api/v1/rules/routing/routing/drafts";
    private static final Pattern OPEN = Pattern.compile("\"open\":\\[\\{\"id\":(\\d+)");

    private final Options options;
    private final Report report = new Report("rules");

    RulesBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int rows = options.number("rows", 100_000);
        Stock.bringTo(options, rows);
        report.line("  starting the server");
        try (MeasuredServer server = MeasuredServer.start(options); HttpConnection connection = server.connect()) {
            new Database(options.data()).requireDurable();
            String headers = StaffSession.open(server, Account.of(options.data(), "DISPATCHER")).headers();
            long draft = draft(connection, headers);
            String tables = connection.get(path(draft, "routing-sheet"), headers).expect(200, "GET routing-sheet").text();
            long analysed = System.nanoTime();
            send(connection, headers, path(draft, "text"), text(connection, headers, draft));
            report.figure("check_ms", millis(analysed));
            report.figure("routing_rows", tables.split("\"id\":\"").length - 1);
            for (int round = 1; round <= options.number("times", 3); round++) {
                long begun = System.nanoTime();
                String answer = connection.post(path(draft, "trials"), headers, "{\"matters\": " + rows + "}")
                        .expect(200, "POST trials").text();
                double took = millis(begun);
                report.line("  trial %d: %d matters in %.0f ms", round, Json.number(answer, "matters"), took);
                report.figure("matters", Json.number(answer, "matters"));
                report.figure("trial_" + round + "_ms", took);
            }
            connection.post(path(draft, "discarding"), headers, "").expect(200, "POST discarding");
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    /** A draft left over from a run that was broken off is given up first. */
    private static long draft(HttpConnection connection, String headers) throws IOException {
        var open = OPEN.matcher(connection.get("/api/v1/rules", headers).expect(200, "GET rules").text());
        if (open.find()) {
            connection.post(path(Long.parseLong(open.group(1)), "discarding"), headers, "").expect(200, "POST discarding");
        }
        return Json.number(connection.post(DRAFTS, headers, "{\"reason\": \"bench\"}").expect(201, "POST drafts").text(), "id");
    }

    /** The request that writes the draft with another unit for wage arrears. */
    private static String text(HttpConnection connection, String headers, long draft) throws IOException {
        String file = connection.get(path(draft, "file"), headers).expect(200, "GET file").text();
        String changed = file.replace("\"县人社局(labour)\"", "\"县综治中心\"");
        return "{\"revision\": 1, \"text\": " + Json.quoted(changed).replace("\n", "\\n").replace("\r", "") + "}";
    }

    private static void send(HttpConnection connection, String headers, String path, String body) throws IOException {
        connection.send("PUT", path, headers + "Content-Type: application/json\r\n", body.getBytes(StandardCharsets.UTF_8))
                .expect(200, "PUT text");
    }

    private static String path(long version, String what) {
        return "/api/v1/rule-versions/" + version + "/" + what;
    }

    private static double millis(long since) {
        return Report.rounded((System.nanoTime() - since) / 1e6);
    }
}
