package org.hejie.partner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's own system as a test wants it: answers each call with the status its plan has for it, and keeps what it took. */
final class EventReceiver implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Taken> taken = new ArrayList<>();
    private volatile IntUnaryOperator plan = call -> 204;

    /** What was taken. */
    record Taken(String id, String time, String signatures, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** Whether one of the signatures is of this secret. */
        boolean isSignedWith(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                String expected = Base64.getEncoder().encodeToString(mac.doFinal((id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8)));
                return List.of(signatures.split(" ")).contains("v1," + expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    EventReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/events", this::answer);
        server.start();
    }

    /** @param plan the status for the call of that number, from 1; 0: no answer at all */
    void answering(IntUnaryOperator plan) {
        this.plan = plan;
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/events");
    }

    int calls() {
        return calls.get();
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    List<String> ids() {
        return taken().stream().map(Taken::id).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = plan.applyAsInt(calls.incrementAndGet());
        if (status == 0) {
            return;
        }
        if (status < 300) {
            var headers = exchange.getRequestHeaders();
            synchronized (this) {
                taken.add(new Taken(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"), body));
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
