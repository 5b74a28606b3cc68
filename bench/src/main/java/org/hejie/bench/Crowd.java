package org.hejie.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Clients at work beside the test that disturbs them. */
final class Crowd {

    private final List<LifecycleClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Starts so many clients; they work until {@link #stop}. */
    static Crowd start(MeasuredServer server, Desk desk, int clients, Consumer<Lifecycle.Acknowledged> heard) {
        var crowd = new Crowd();
        for (int i = 0; i < clients; i++) {
            var client = new LifecycleClient(server.connect(), desk, i, Long.MAX_VALUE, heard);
            crowd.clients.add(client);
            crowd.threads.add(Thread.ofPlatform().name("client-" + i).start(client));
        }
        return crowd;
    }

    /** Ends the clients after the lifecycle each is in. */
    void stop() throws InterruptedException {
        clients.forEach(LifecycleClient::stop);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    int lifecycles() {
        return clients.stream().mapToInt(LifecycleClient::lifecycles).sum();
    }

    int errors() {
        return clients.stream().mapToInt(LifecycleClient::errors).sum();
    }
}
