package org.hejie.document.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hejie.document.internal.FilesProperties.S3;

/**
 * One bucket on this machine that speaks as much of S3 as the server uses (Amazon S3 API Reference: PutObject, GetObject, HeadObject, ListObjectsV2),
 * verifies every signature, and can be told to fail in the ways a store fails.
 */
final class BucketServer implements AutoCloseable {

    static final String BUCKET = "county";
    static final BucketAccount ACCOUNT = new BucketAccount("AKHEJIE", "a secret of tests");
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final int PAGE = 2;

    /** What goes wrong with the next request, once for each time it is named. */
    enum Fault {
        ANSWERS_500, IS_SILENT, DRIPS, CUTS_THE_LINE, CUTS_THE_CONTENT, CHANGES_THE_CONTENT, GETS_OTHER_CONTENT, LOSES_THE_ANSWER, SENDS_WITHOUT_END
    }

    record Lying(byte[] bytes, Instant since) {
    }

    final NavigableMap<String, Lying> objects = new ConcurrentSkipListMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private volatile boolean knowsConditions = true;
    private final AtomicInteger requests = new AtomicInteger();

    BucketServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    S3 settings() {
        return new S3(address(), "cn-test-1", BUCKET, true, Duration.ofSeconds(30));
    }

    /** With little patience, for what never answers. */
    S3 impatient() {
        return new S3(address(), "cn-test-1", BUCKET, true, SHORT);
    }

    void next(Fault... told) {
        synchronized (faults) {
            faults.addAll(Arrays.asList(told));
        }
    }

    /** As a store that was built before writing had conditions. */
    void knowsNoConditions() {
        knowsConditions = false;
    }

    int requests() {
        return requests.get();
    }

    private Fault fault() {
        synchronized (faults) {
            return faults.poll();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Fault fault = fault();
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (fault == Fault.GETS_OTHER_CONTENT) {
            body[0] ^= 1;
        }
        try (exchange) {
            if (fault == Fault.ANSWERS_500) {
                error(exchange, 500, "InternalError");
            } else if (fault == Fault.IS_SILENT) {
                await();
            } else if (fault != Fault.CUTS_THE_LINE) {
                answer(exchange, body, fault);
            }
        }
    }

    private void answer(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        String refusal = SignatureVersion4.refusal(exchange, body, ACCOUNT);
        String path = exchange.getRequestURI().getPath();
        if (refusal != null) {
            error(exchange, refusal.equals("XAmzContentSHA256Mismatch") ? 400 : 403, refusal);
        } else if (!path.equals("/" + BUCKET) && !path.startsWith("/" + BUCKET + "/")) {
            error(exchange, 404, "NoSuchBucket");
        } else if (path.length() <= BUCKET.length() + 2) {
            list(exchange);
        } else if (exchange.getRequestMethod().equals("PUT")) {
            put(exchange, path.substring(BUCKET.length() + 2), body, fault);
        } else {
            get(exchange, objects.get(path.substring(BUCKET.length() + 2)), fault);
        }
    }

    private void put(HttpExchange exchange, String key, byte[] body, Fault fault) throws IOException {
        boolean condition = exchange.getRequestHeaders().containsKey("If-None-Match");
        if (condition && !knowsConditions) {
            error(exchange, 501, "NotImplemented");
        } else if (condition && objects.containsKey(key)) {
            error(exchange, 412, "PreconditionFailed");
        } else {
            objects.put(key, new Lying(body, Instant.now()));
            if (fault != Fault.LOSES_THE_ANSWER) {
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private void get(HttpExchange exchange, Lying lying, Fault fault) throws IOException {
        if (lying == null) {
            error(exchange, 404, "NoSuchKey");
            return;
        }
        byte[] bytes = lying.bytes().clone();
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (fault == Fault.CHANGES_THE_CONTENT) {
            bytes[bytes.length / 2] ^= 1;
        }
        exchange.sendResponseHeaders(200, fault == Fault.SENDS_WITHOUT_END ? 0 : bytes.length);
        int sent = fault == Fault.CUTS_THE_CONTENT || fault == Fault.DRIPS ? bytes.length / 2 : bytes.length;
        exchange.getResponseBody().write(bytes, 0, sent);
        exchange.getResponseBody().flush();
        while (fault == Fault.DRIPS && !await(SHORT.toMillis() / 10)) {
            exchange.getResponseBody().write(bytes[0]);
            exchange.getResponseBody().flush();
        }
        while (fault == Fault.SENDS_WITHOUT_END) {
            exchange.getResponseBody().write(new byte[64 * 1024]);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String after = Arrays.stream(query.split("&")).filter(part -> part.startsWith("continuation-token=")).map(part -> part.substring(19))
                .map(token -> URLDecoder.decode(token, StandardCharsets.UTF_8)).findFirst().orElse("");
        List<String> keys = objects.tailMap(after, false).keySet().stream().limit(PAGE).toList();
        boolean more = !keys.isEmpty() && objects.higherKey(keys.getLast()) != null;
        xml(exchange, 200, "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>" + more + "</IsTruncated>"
                + (more ? "<NextContinuationToken>" + keys.getLast() + "</NextContinuationToken>" : "")
                + keys.stream().map(key -> "<Contents><Key>" + key + "</Key><LastModified>" + objects.get(key).since() + "</LastModified><Size>"
                + objects.get(key).bytes().length + "</Size></Contents>").collect(Collectors.joining()) + "</ListBucketResult>");
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        xml(exchange, status, "<Error><Code>" + code + "</Code><Message>of the test</Message></Error>");
    }

    private static void xml(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void await() {
        await(TimeUnit.MINUTES.toMillis(1));
    }

    private boolean await(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
