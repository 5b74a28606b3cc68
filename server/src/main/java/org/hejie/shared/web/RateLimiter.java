package org.hejie.shared.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each key, in memory and of bounded number: so many at once, refilled evenly over a span.
 * Counts on this node alone. The key may be an address; it is forgotten when its bucket is full again.
 */
public final class RateLimiter {

    private static final int MOST_KEYS = 100_000;

    /** Tokens left at a time; guarded by the map's own atomic update. */
    private record Bucket(double tokens, long atMillis, boolean taken) {
    }

    private final int burst;
    private final double perMilli;
    private final Duration span;
    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param burst how many at once
     * @param span  in which the bucket fills from empty
     */
    public RateLimiter(int burst, Duration span, Clock clock) {
        this.burst = burst;
        this.perMilli = (double) burst / span.toMillis();
        this.span = span;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(span).build();
    }

    /** Takes one token of the key; false if there is none. */
    public boolean tryAcquire(String key) {
        long now = clock.millis();
        return buckets.asMap().compute(key, (same, bucket) -> take(bucket, now)).taken();
    }

    /** @throws Problem TOO_MANY_REQUESTS if there is no token, with the time until the next */
    public void acquire(String key) {
        if (!tryAcquire(key)) {
            throw Problem.retryAfter(ProblemType.TOO_MANY_REQUESTS, span.dividedBy(burst).plusSeconds(1));
        }
    }

    private Bucket take(@Nullable Bucket before, long now) {
        double tokens = before == null ? burst
                : Math.min(burst, before.tokens() + Math.max(0, now - before.atMillis()) * perMilli);
        return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
    }
}
