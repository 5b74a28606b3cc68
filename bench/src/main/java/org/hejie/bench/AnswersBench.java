package org.hejie.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Delivery of status changes to a line whose receiver fails one call in ten, in order for each matter. The messages are put
 * into the outbox in one transaction, as the moves of that many matters would write them; what is measured is from their commit
 * to the last delivered.
 */
final class AnswersBench {

    private static final String PERMITTED = "-Dhejie.notify.inside-hosts=localhost";
    private static final int CHANGES_A_MATTER = 5;
    private static final int PATIENCE = 300;

    private final Options options;
    private final Report report = new Report("answers");

    AnswersBench(Options options) {
        Map<String, String> values = new HashMap<>(options.values());
        values.merge("java-options", PERMITTED, (asked, own) -> asked + " " + own);
        this.options = new Options(values);
    }

    void run() throws IOException, SQLException, InterruptedException {
        int changes = options.number("changes", 10_000);
        try (MeasuredServer server = MeasuredServer.start(options)) {
            var database = new Database(options.data());
            database.requireDurable();
            // a first round compiles what the second measures, as in the other benches
            deliver(server, database, changes / 5, "warm");
            AnswerSink.Tally measured = deliver(server, database, changes, "measured");
            report.figure("delivered", measured.taken());
            report.figure("calls", measured.calls());
            report.figure("failed_calls", measured.failed());
            report.figure("out_of_order", measured.outOfOrder());
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    private AnswerSink.Tally deliver(MeasuredServer server, Database database, int changes, String run)
            throws IOException, SQLException, InterruptedException {
        try (AnswerSink sink = new AnswerSink(changes)) {
            StaffSession administrator = StaffSession.open(server, Account.of(options.data(), "SYSTEM_ADMIN"));
            address(server, administrator, sink);
            write(database, changes, run);
            long started = System.nanoTime();
            wake(server, administrator);
            boolean complete = sink.await(PATIENCE);
            AnswerSink.Tally tally = sink.tally();
            double seconds = (tally.lastAt() - started) / 1e9;
            report.line("  %s: %d of %d changes in %.1f s (%.0f/s), %d calls, %d of them failed, %d out of order", run, tally.taken(), changes,
                    seconds, tally.taken() / seconds, tally.calls(), tally.failed(), tally.outOfOrder());
            report.figure("seconds", Report.rounded(seconds));
            report.figure("per_s", Report.rounded(tally.taken() / seconds));
            if (!complete) {
                throw new IOException("Not all was delivered within " + PATIENCE + " s");
            }
            return tally;
        }
    }

    private static void address(MeasuredServer server, StaffSession administrator, AnswerSink sink) throws IOException {
        String body = "{\"address\": " + Json.quoted(sink.address()) + ", \"statuses\": [\"ASSIGNED\", \"CLOSED\"]}";
        try (HttpConnection connection = server.connect()) {
            connection.send("PUT", "/api/v1/lines/12345/answering", administrator.headers() + "Content-Type: application/json\r\n",
                    body.getBytes(StandardCharsets.UTF_8)).expect(200, "PUT /answering");
        }
    }

    /** As a writer's commit does. */
    private static void wake(MeasuredServer server, StaffSession administrator) throws IOException {
        try (HttpConnection connection = server.connect()) {
            connection.post("/api/v1/destinations/line-12345/resending", administrator.headers(), "{}").expect(200, "POST /resending");
        }
    }

    private static void write(Database database, int changes, String run) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            String name = run + System.currentTimeMillis();
            try (PreparedStatement lanes = connection.prepareStatement("""
                    insert into notify.lane (destination, lane, waiting, due_at)
                    select 'line-12345', ? || n, ?, now() from generate_series(1, ?) n
                    """); PreparedStatement messages = connection.prepareStatement("""
                    insert into notify.message (id, destination, lane, subject, content, state, written_at, visible_to)
                    select nextval('shared.id_block') * 1000, 'line-12345', ? || n, 'bench',
                           '{"outsideNo":"' || n || '","code":"bench","status":"'
                               || (array['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'CLOSED', 'REOPENED'])[place + 1]
                               || '","at":"2026-01-01T09:00:00+08:00"}', 'WAITING', now(),
                           (select array_agg(id) from org.unit where kind = 'COUNTY')
                      from generate_series(0, ? - 1) place, generate_series(1, ?) n
                     order by place, n
                    """)) {
                lanes.setString(1, name);
                lanes.setInt(2, CHANGES_A_MATTER);
                lanes.setInt(3, changes / CHANGES_A_MATTER);
                lanes.executeUpdate();
                messages.setString(1, name);
                messages.setInt(2, CHANGES_A_MATTER);
                messages.setInt(3, changes / CHANGES_A_MATTER);
                messages.executeUpdate();
            }
            connection.commit();
        }
    }
}
