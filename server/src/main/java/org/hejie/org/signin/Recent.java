package org.hejie.org.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers by token hash, kept for {@link #FRESH} so that a busy caller costs no query per request and a
 * revocation on another node is felt at once all the same. "Nobody" is kept as well.
 */
final class Recent<T> {

    /** How old an answer may be. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private record Answer<T>(Optional<T> value, long at) {
    }

    private final Clock clock;
    private final Cache<ByteBuffer, Answer<T>> answers =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(1)).build();

    Recent(Clock clock) {
        this.clock = clock;
    }

    Optional<T> get(byte[] hash, Function<byte[], Optional<T>> source) {
        ByteBuffer key = ByteBuffer.wrap(hash);
        long now = clock.millis();
        Answer<T> known = answers.getIfPresent(key);
        if (known == null || now - known.at() >= FRESH.toMillis() || now < known.at()) {
            known = new Answer<>(source.apply(hash), now);
            answers.put(key, known);
        }
        return known.value();
    }

    void forgetAll() {
        answers.invalidateAll();
    }

    void forget(byte[] hash) {
        answers.invalidate(ByteBuffer.wrap(hash));
    }
}
