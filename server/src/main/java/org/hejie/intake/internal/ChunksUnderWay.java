package org.hejie.intake.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The chunks of an import that are worked on, the oldest first: while PostgreSQL writes one, the next is read, sealed and cut into
 * words. More than two at once would only wait for each other.
 */
final class ChunksUnderWay implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<?>> under = new ArrayDeque<>();
    private Turn turn = Turn.first();

    /** Begins the next chunk, on a thread of its own, as soon as there is room. */
    void begin(Consumer<Turn> work) {
        if (under.size() == AT_ONCE) {
            await(under.remove());
        }
        Turn own = turn;
        turn = own.next();
        under.add(threads.submit(() -> {
            boolean well = false;
            try {
                work.accept(own);
                well = true;
            } finally {
                own.ended(well);
            }
        }));
    }

    /** Waits for all that was begun; what the first of them that failed says is thrown. */
    void finish() {
        while (!under.isEmpty()) {
            await(under.remove());
        }
    }

    private static void await(Future<?> chunk) {
        try {
            chunk.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** Waits until nothing is under way any more. */
    @Override
    public void close() {
        threads.close();
    }
}
