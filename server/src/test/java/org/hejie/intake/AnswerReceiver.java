package org.hejie.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line's own system as a test wants it: answers each call with the status its plan has for it. */
final class AnswerReceiver implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private volatile IntUnaryOperator plan = call -> 204;

    /** What was taken, by idempotency key. */
    record Taken(String key, String signature, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    AnswerReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/answers", this::answer);
        server.start();
    }

    /** @param plan the status for the call of that number, from 1; 0: no answer at all */
    void answering(IntUnaryOperator plan) {
        this.plan = plan;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/answers";
    }

    int calls() {
        return calls.get();
    }

    synchronized List<Taken> taken() {
        return new ArrayList<>(taken.values());
    }

    List<String> statusesOf(String outsideNo) {
        return taken().stream().map(Taken::json).filter(answer -> answer.get("outsideNo").asString().equals(outsideNo))
                .map(answer -> answer.get("status").asString()).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = plan.applyAsInt(calls.incrementAndGet());
        if (status == 0) {
            return;
        }
        if (status < 300) {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            synchronized (this) {
                taken.putIfAbsent(key, new Taken(key, exchange.getRequestHeaders().getFirst("Hejie-Signature"), body));
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
