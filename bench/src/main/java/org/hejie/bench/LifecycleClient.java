package org.hejie.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One client: one lifecycle after the other over one connection until the time is up. */
final class LifecycleClient implements Runnable {

    /** The four calls together. */
    static final String WHOLE = "whole lifecycle";

    private final HttpConnection connection;
    private final Desk desk;
    private final long until;
    private final RandomGenerator random;
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private int lifecycles;
    private int errors;
    private String firstError = "";

    LifecycleClient(HttpConnection connection, Desk desk, int number, long until) {
        this.connection = connection;
        this.desk = desk;
        this.until = until;
        this.random = new SplittableRandom(20_261_124L + number + System.nanoTime());
    }

    @Override
    public void run() {
        try (connection) {
            while (System.nanoTime() < until) {
                attempt();
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void attempt() {
        try {
            long started = System.nanoTime();
            lifecycle();
            time(WHOLE, started);
            lifecycles++;
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    private void lifecycle() throws IOException {
        String registration = Texts.registration(random, desk.categories(), desk.villages());
        Answer created = post("1 create   POST /matters", "/api/v1/matters", desk.dispatcher(), "", registration, 201);
        String json = created.text();
        String path = "/api/v1/matters/" + Json.number(json, "id");

        String dispatch = "{\"leadUnitId\": " + desk.handler().unitId() + ", \"procedure\": \"dispute\", \"opinion\": \"请依法调处\"}";
        Answer dispatched = post("2 assign   POST …/dispatches", path + "/dispatches", desk.dispatcher(), created.etag(), dispatch, 200);

        String result = "{\"resultKind\": \"SETTLED\", \"resolved\": true, \"opinion\": \"双方当面协商一致，当场和解\"}";
        post("3 resolve  POST …/results", path + "/results", desk.handler(), dispatched.etag(), result, 200);

        boolean byCode = random.nextBoolean();
        String words = byCode ? Json.text(json, "code") : Texts.trouble(random);
        String query = "/api/v1/matters?limit=20&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        long started = System.nanoTime();
        Answer found = connection.get(query, desk.dispatcher().headers()).expect(200, "GET /matters?q");
        time(byCode ? "4 search   GET /matters?q=code" : "4 search   GET /matters?q=words", started);
        if (byCode && !found.text().contains(words)) {
            throw new Answer.UnexpectedAnswer("The search did not find the matter just resolved: " + words);
        }
    }

    private Answer post(String call, String path, StaffSession session, String etag, String json, int status) throws IOException {
        String headers = etag.isEmpty() ? session.headers() : session.headers() + "If-Match: " + etag + "\r\n";
        long started = System.nanoTime();
        Answer answer = connection.post(path, headers, json).expect(status, call);
        time(call, started);
        return answer;
    }

    private void time(String call, long started) {
        latencies.computeIfAbsent(call, name -> new Latencies()).add(System.nanoTime() - started);
    }

    private void failed(Exception failure) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = failure.toString();
        }
    }

    Map<String, Latencies> latencies() {
        return latencies;
    }

    int lifecycles() {
        return lifecycles;
    }

    int errors() {
        return errors;
    }

    String firstError() {
        return firstError;
    }
}
