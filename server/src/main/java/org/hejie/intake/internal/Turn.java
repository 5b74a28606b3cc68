package org.hejie.intake.internal;

import java.util.concurrent.CompletableFuture;

/**
 * The place of a chunk among those of its import. Two chunks are worked on at a time, each in a transaction of its own, but what
 * the order decides keeps it: of two rows with one number the earlier is the one registered, and no chunk is committed before the
 * one before it. A chunk never waits for a later one, neither here nor for a row in PostgreSQL: a later one writes nothing an
 * earlier one could want but its submissions, and those only when all of the earlier one's are written.
 */
final class Turn {

    private final CompletableFuture<Boolean> allReceived;
    private final CompletableFuture<Boolean> allCommitted;
    private final CompletableFuture<Boolean> received = new CompletableFuture<>();
    private final CompletableFuture<Boolean> committed = new CompletableFuture<>();

    private Turn(CompletableFuture<Boolean> allReceived, CompletableFuture<Boolean> allCommitted) {
        this.allReceived = allReceived;
        this.allCommitted = allCommitted;
    }

    /** The turn of work that is alone, or of the first chunk. */
    static Turn first() {
        return new Turn(CompletableFuture.completedFuture(true), CompletableFuture.completedFuture(true));
    }

    /** The next chunk's. */
    Turn next() {
        return new Turn(received, committed);
    }

    /** Waits until the chunk before has written its submissions. */
    void awaitReceiving() {
        if (!allReceived.join()) {
            throw new GivenUp();
        }
    }

    /** Says that the submissions are written. */
    void received() {
        received.complete(true);
    }

    /** Waits until the chunk before is committed. */
    void awaitFinishing() {
        if (!allCommitted.join()) {
            throw new GivenUp();
        }
    }

    /** Says how it ended; the next chunk goes on or gives up too. */
    void ended(boolean well) {
        received.complete(well);
        committed.complete(well);
    }

    /** The chunk before was not committed, so this one must not be. */
    static final class GivenUp extends RuntimeException {
    }
}
