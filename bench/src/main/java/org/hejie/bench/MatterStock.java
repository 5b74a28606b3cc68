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
import java.util.regex.Pattern;

/** Matters with both sides, registered and read before anything is measured with them; each client takes of its own. */
final class MatterStock {

    private static final String[] LOAN = {"1001"};
    private static final Pattern PARTY = Pattern.compile("\\{\"id\":(\\d+),\"role\":\"(?:APPLICANT|RESPONDENT)\"");

    private final MeasuredServer server;
    private final Desk desk;
    private final List<Queue<Quarrel>> matters = new ArrayList<>();

    /** A matter. @param sides numbers of its applicants and respondents, as JSON reads them */
    record Quarrel(long matter, List<String> sides) {
    }

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

    Queue<Quarrel> of(int client) {
        return matters.get(client);
    }

    /** Fills up to so many matters, all clients together. */
    void register(int wanted) throws InterruptedException {
        int each = Math.ceilDiv(wanted, clients());
        List<Callable<Void>> work = new ArrayList<>();
        for (Queue<Quarrel> own : matters) {
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

    private Void fill(Queue<Quarrel> own, int wanted, SplittableRandom random) throws IOException {
        try (HttpConnection connection = server.connect()) {
            for (int i = own.size(); i < wanted; i++) {
                long matter = Json.number(connection.post("/api/v1/matters", desk.dispatcher().headers(), Texts.registration(random, LOAN, desk.villages()))
                        .expect(201, "POST /matters").text(), "id");
                String read = connection.get("/api/v1/matters/" + matter, desk.dispatcher().headers()).expect(200, "GET matter").text();
                own.add(new Quarrel(matter, PARTY.matcher(read).results().map(found -> found.group(1)).toList()));
            }
        }
        return null;
    }
}
