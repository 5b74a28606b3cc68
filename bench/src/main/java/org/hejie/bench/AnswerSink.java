package org.hejie.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line's system that fails each tenth call and watches the order in which it is told of each matter. */
final class AnswerSink implements AutoCloseable {

    private static final int FAILS_EACH = 10;
    /** As {@link AnswersBench} writes them. */
    private static final List<String> ORDER = List.of("ACCEPTED", "ASSIGNED", "IN_PROGRESS", "CLOSED", "REOPENED");

    private final HttpServer server;
    private final CountDownLatch all;
    private final Map<String, Integer> next = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int calls;
    private int failed;
    private int outOfOrder;
    private long lastAt;

    AnswerSink(int expected) throws IOException {
        all = new CountDownLatch(expected);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/answers";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(take(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body), -1);
        exchange.close();
    }

    private synchronized int take(String key, String body) {
        if (++calls % FAILS_EACH == 0) {
            failed++;
            return 503;
        }
        if (taken.add(key)) {
            String matter = Json.text(body, "outsideNo");
            int place = ORDER.indexOf(Json.text(body, "status"));
            outOfOrder += place == next.merge(matter, 1, Integer::sum) - 1 ? 0 : 1;
            lastAt = System.nanoTime();
            all.countDown();
        }
        return 204;
    }

    /** Waits until all have come; false when they have not after that many seconds. */
    boolean await(int seconds) throws InterruptedException {
        return all.await(seconds, TimeUnit.SECONDS);
    }

    /** What has come so far. @param lastAt nanosecond clock of the last new one */
    record Tally(int taken, int calls, int failed, int outOfOrder, long lastAt) {
    }

    synchronized Tally tally() {
        return new Tally(taken.size(), calls, failed, outOfOrder, lastAt);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
