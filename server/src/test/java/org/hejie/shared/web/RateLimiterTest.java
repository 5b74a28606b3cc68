package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.hejie.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final TestClock clock = new TestClock();
    private final RateLimiter limiter = new RateLimiter(3, Duration.ofSeconds(30), clock);

    @BeforeEach
    void standStill() {
        clock.setTo(Instant.parse("2026-11-24T01:00:00Z"));
    }

    @Test
    void aBurstPassesAndNoMore() {
        assertThat(take(5)).isEqualTo(3);
    }

    @Test
    void tokensComeBackEvenly() {
        take(3);
        clock.advance(Duration.ofSeconds(10));

        assertThat(take(2)).isEqualTo(1);
    }

    @Test
    void waitingLongFillsTheBucketAndNoMore() {
        take(3);
        clock.advance(Duration.ofHours(5));

        assertThat(take(5)).isEqualTo(3);
    }

    @Test
    void eachKeyHasItsOwnBucket() {
        take(3);

        assertThat(limiter.tryAcquire("another")).isTrue();
    }

    @Test
    void whoIsRefusedIsToldWhenToComeBack() {
        take(3);

        assertThatThrownBy(() -> limiter.acquire("one")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(11)));
    }

    private int take(int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += limiter.tryAcquire("one") ? 1 : 0;
        }
        return taken;
    }
}
