package org.hejie.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Several clients that ask one after the other for a given time, whatever number of answers that brings. */
record Asking(MeasuredServer server, StaffSession session, int clients) {

    /**
     * Asks and checks every answer.
     *
     * @param kinds how many kinds of calls take turns: the call of number {@code i} is of kind {@code i % kinds}
     * @return the times of each kind
     */
    List<Latencies> ask(int seconds, int kinds, IntFunction<String> path) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Latencies> all = fresh(kinds);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Latencies>>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client;
                running.add(threads.submit(() -> ask(first, end, kinds, path)));
            }
            for (Future<List<Latencies>> one : running) {
                List<Latencies> got = one.get();
                for (int kind = 0; kind < kinds; kind++) {
                    all.get(kind).merge(got.get(kind));
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private List<Latencies> ask(int first, long end, int kinds, IntFunction<String> path) throws IOException {
        List<Latencies> latencies = fresh(kinds);
        try (HttpConnection connection = server.connect()) {
            for (int i = first; System.nanoTime() < end; i += 1) {
                long started = System.nanoTime();
                connection.get(path.apply(i), session.headers()).expect(200, path.apply(i));
                latencies.get(i % kinds).add(System.nanoTime() - started);
            }
        }
        return latencies;
    }

    private static List<Latencies> fresh(int kinds) {
        return Stream.generate(Latencies::new).limit(kinds).toList();
    }
}
