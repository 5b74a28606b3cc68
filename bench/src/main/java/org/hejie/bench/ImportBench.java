package org.hejie.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** A CSV of many rows through the import of a line, by HTTP as the page does it; memory watched all the while. */
final class ImportBench {

    private static final String BOUNDARY = "hejie-bench-boundary";

    private final Options options;
    private final Report report = new Report("import");

    ImportBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException, InterruptedException {
        int rows = options.number("rows", 100_000);
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            StaffSession session = StaffSession.open(server, Account.of(options.data(), "DISPATCHER"));
            long before = database.matters();
            byte[] file = file(rows);
            try (HttpConnection connection = server.connect()) {
                long idle = server.residentMegabytes();
                long started = System.nanoTime();
                String made = connection.send("POST", "/api/v1/imports", session.headers()
                        + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n", multipart(file)).expect(201, "POST /imports").text();
                String path = "/api/v1/imports/" + Json.number(made, "id");
                double uploaded = (System.nanoTime() - started) / 1e9;
                String mapping = "{\"mapping\": {\"outsideNo\": \"工单编号\", \"title\": \"标题\", \"facts\": \"内容\", \"categoryCode\": \"类别\","
                        + " \"place\": \"地点\", \"reportedAt\": \"来电时间\", \"applicantName\": \"姓名\", \"applicantPhone\": \"电话\"}}";
                connection.send("PUT", path + "/mapping", session.headers() + "Content-Type: application/json\r\n",
                        mapping.getBytes(StandardCharsets.UTF_8)).expect(200, "PUT mapping");
                connection.post(path + "/start", session.headers(), "{}").expect(202, "POST start");
                long most = idle;
                String state = connection.get(path, session.headers()).text();
                while (!Json.text(state, "state").matches("FINISHED|FAILED")) {
                    LockSupport.parkNanos(200_000_000);
                    most = Math.max(most, server.residentMegabytes());
                    state = connection.get(path, session.headers()).text();
                }
                double seconds = (System.nanoTime() - started) / 1e9;
                report(rows, database.matters() - before, file.length, uploaded, seconds, idle, most, state);
            }
        }
        report.print();
    }

    private void report(int rows, long matters, int bytes, double uploaded, double seconds, long idle, long most, String state) {
        report.line("  %d rows (%.1f MB): %.1f s, of which upload %.1f s; %.0f rows/s; %d matters more", rows, bytes / 1e6, seconds,
                uploaded, rows / seconds, matters);
        report.line("  memory of the server: %d MB before, at most %d MB", idle, most);
        report.line("  the import says: %s, %d accepted, %d repeated, %d errors", Json.text(state, "state"),
                Json.number(state, "accepted"), Json.number(state, "repeated"), Json.number(state, "errors"));
        report.figure("rows", rows);
        report.figure("seconds", Report.rounded(seconds));
        report.figure("rows_per_s", Report.rounded(rows / seconds));
        report.figure("matters", matters);
        report.figure("rss_before_mb", idle);
        report.figure("rss_most_mb", most);
    }

    private static byte[] file(int rows) {
        RandomGenerator random = new SplittableRandom(20_261_124);
        String run = Long.toString(System.currentTimeMillis(), 36);
        var csv = new StringBuilder(rows * 200).append("工单编号,来电时间,标题,内容,类别,地点,姓名,电话\n");
        for (int row = 0; row < rows; row++) {
            String trouble = Texts.trouble(random);
            csv.append(run).append('-').append(row).append(",2026-10-").append(String.format("%02d", 1 + random.nextInt(28)))
                    .append(" 09:").append(String.format("%02d", random.nextInt(60))).append(':').append("00,关于")
                    .append(trouble).append("的诉求,来电人反映").append(trouble).append("，涉及").append(2 + random.nextInt(6))
                    .append("户，多次协商没有结果，希望尽快处理。,0201,城关镇,").append(Texts.name(random)).append(",13")
                    .append(String.format("%09d", random.nextInt(1_000_000_000))).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] multipart(byte[] file) throws IOException {
        var body = new ByteArrayOutputStream(file.length + 500);
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"line\"\r\n\r\nHOTLINE\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
