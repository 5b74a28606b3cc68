package org.hejie.bench;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One client: one lifecycle after the other over one connection until the time is up or it is told to stop. */
final class LifecycleClient implements Runnable {

    /** The four calls together. */
    static final String WHOLE = "whole lifecycle";

    /** As a person would wait before trying again, only shorter. */
    private static final long AFTER_A_FAILURE = 20_000_000;

    private final HttpConnection connection;
    private final Lifecycle lifecycle;
    private final long until;
    private final Latencies whole = new Latencies();
    private volatile boolean stopped;
    private int lifecycles;
    private int errors;
    private String firstError = "";

    LifecycleClient(HttpConnection connection, Desk desk, int number, long until) {
        this(connection, desk, number, until, acknowledged -> {
        });
    }

    LifecycleClient(HttpConnection connection, Desk desk, int number, long until, Consumer<Lifecycle.Acknowledged> heard) {
        this.connection = connection;
        this.until = until;
        lifecycle = new Lifecycle(connection, desk, new SplittableRandom(20_261_124L + number + System.nanoTime()), heard);
    }

    @Override
    public void run() {
        try (connection) {
            while (System.nanoTime() < until && !stopped) {
                attempt();
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void attempt() {
        try {
            long started = System.nanoTime();
            lifecycle.run();
            whole.add(System.nanoTime() - started);
            lifecycles++;
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    /** No further lifecycle is begun. */
    void stop() {
        stopped = true;
    }

    private void failed(Exception failure) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = failure.toString();
        }
        LockSupport.parkNanos(AFTER_A_FAILURE);
    }

    /** Times by call, and of whole lifecycles; to be read when the client has ended. */
    Map<String, Latencies> latencies() {
        if (whole.count() > 0) {
            lifecycle.latencies().put(WHOLE, whole);
        }
        return lifecycle.latencies();
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
