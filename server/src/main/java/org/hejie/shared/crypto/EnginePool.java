package org.hejie.shared.crypto;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Keeps a few keyed engines ready, because an engine is not thread-safe and keying one costs more than
 * encrypting a name with it. Not a thread-local: each request has a virtual thread of its own.
 */
final class EnginePool<T> {

    private static final int SLOTS = 16;

    private final AtomicReferenceArray<T> idle = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> make;

    EnginePool(Supplier<T> make) {
        this.make = make;
    }

    /** An engine for the caller alone; a new one if none is idle. Never waits. */
    T take() {
        int start = (int) Thread.currentThread().threadId();
        for (int i = 0; i < SLOTS; i++) {
            T engine = idle.getAndSet((start + i) & (SLOTS - 1), null);
            if (engine != null) {
                return engine;
            }
        }
        return make.get();
    }

    /** Gives an engine back. One that failed is not given back. */
    void give(T engine) {
        int start = (int) Thread.currentThread().threadId();
        for (int i = 0; i < SLOTS; i++) {
            if (idle.compareAndSet((start + i) & (SLOTS - 1), null, engine)) {
                return;
            }
        }
    }
}
