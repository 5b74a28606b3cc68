package org.hejie.notify.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending one message once. */
sealed interface Outcome {

    /** @param receipt the receiver's own number for it, if it gave one */
    record Delivered(@Nullable String receipt) implements Outcome {
    }

    /**
     * @param code       stable, such as {@code TIMEOUT} or {@code HTTP_503}; never the receiver's words
     * @param lasting    trying again would not help
     * @param retryAfter how long the receiver asks to be left alone; null if it does not say
     */
    record Failed(String code, boolean lasting, @Nullable Duration retryAfter) implements Outcome {

        static Failed forNow(String code) {
            return new Failed(code, false, null);
        }

        static Failed forGood(String code) {
            return new Failed(code, true, null);
        }
    }
}
