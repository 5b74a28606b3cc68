package org.hejie.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Matters with both sides, registered before anything is measured with them; each client takes of its own. */
final class MatterStock {

    private static final String[] LOAN = {"1001"};

    private final MeasuredServer server;
    private final Desk desk;
    private final List<Queue<Long>> matters = new ArrayList<>();

    MatterStock(MeasuredServer server, Desk desk, int clients) {
        this.server = server;
        this.desk = desk;
        for (int client = 0; client < clients; client++) {
            matters.add(new ConcurrentLinkedQueue<>());
        }
    }

    int clients() {
        return matters.size();
    }

    Queue<Long> of(int client) {
        return matters.get(client);
    }

    /** Fills up to so many matters, all clients together. */
    void register(int wanted) throws InterruptedException {
        int each = Math.ceilDiv(wanted, clients());
        List<Callable<Void>> work = new ArrayList<>();
        for (Queue<Long> own : matters) {
            long seed = System.nanoTime() + work.size();
            work.add(() -> fill(own, each, new SplittableRandom(seed)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients())) {
            for (Future<Void> one : threads.invokeAll(work)) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Void fill(Queue<Long> own, int wanted, SplittableRandom random) throws IOException {
        try (HttpConnection connection = server.connect()) {
            for (int i = own.size(); i < wanted; i++) {
                own.add(Json.number(connection.post("/api/v1/matters", desk.dispatcher().headers(), Texts.registration(random, LOAN, desk.villages()))
                        .expect(201, "POST /matters").text(), "id"));
            }
        }
        return null;
    }
}
