package org.hejie.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Lifecycles one after the other over one connection: create → assign → resolve → search. Not for several threads at once. */
final class Lifecycle {

    private final HttpConnection connection;
    private final Desk desk;
    private final RandomGenerator random;
    private final Consumer<Acknowledged> heard;
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();

    /**
     * Prepares a client.
     *
     * @param heard is told of every write the server has answered with success, before the next call
     */
    Lifecycle(HttpConnection connection, Desk desk, RandomGenerator random, Consumer<Acknowledged> heard) {
        this.connection = connection;
        this.desk = desk;
        this.random = random;
        this.heard = heard;
    }

    /**
     * What the server has said is written.
     *
     * @param matter  id
     * @param version that the answer named
     */
    record Acknowledged(long matter, int version) {
    }

    /** One lifecycle; an answer that is not the expected one is an exception. */
    void run() throws IOException {
        String registration = Texts.registration(random, desk.categories(), desk.villages());
        Answer created = post("1 create   POST /matters", "/api/v1/matters", desk.dispatcher(), "", registration, 201);
        String json = created.text();
        long id = Json.number(json, "id");
        String path = "/api/v1/matters/" + id;
        heard.accept(new Acknowledged(id, version(created)));

        String dispatch = "{\"leadUnitId\": " + desk.handler().unitId() + ", \"procedure\": \"dispute\", \"opinion\": \"请依法调处\"}";
        Answer dispatched = post("2 assign   POST …/dispatches", path + "/dispatches", desk.dispatcher(), created.etag(), dispatch, 200);
        heard.accept(new Acknowledged(id, version(dispatched)));

        String result = "{\"resultKind\": \"SETTLED\", \"resolved\": true, \"opinion\": \"双方当面协商一致，当场和解\"}";
        Answer resolved = post("3 resolve  POST …/results", path + "/results", desk.handler(), dispatched.etag(), result, 200);
        heard.accept(new Acknowledged(id, version(resolved)));

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

    private static int version(Answer answer) {
        return Integer.parseInt(answer.etag().replaceAll("\\D", ""));
    }

    private void time(String call, long started) {
        latencies.computeIfAbsent(call, name -> new Latencies()).add(System.nanoTime() - started);
    }

    /** Times by call. */
    Map<String, Latencies> latencies() {
        return latencies;
    }
}
