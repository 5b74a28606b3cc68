package org.hejie.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hejie.matter.internal.TwinPairRows.Noted;
import org.junit.jupiter.api.Test;

class TwinsNotedTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void whileAnImportNotesMoreItIsComing() {
        assertThat(noted(Duration.ofSeconds(40), Duration.ofSeconds(1)).isComing(NOW)).isTrue();
    }

    @Test
    void afterItsEndItIsNot() {
        assertThat(noted(Duration.ofSeconds(40), Duration.ofSeconds(4)).isComing(NOW)).isFalse();
    }

    @Test
    void whatWasNotedFirstDoesNotWaitForEver() {
        assertThat(noted(Duration.ofMinutes(4), Duration.ofSeconds(1)).isComing(NOW)).isFalse();
    }

    private static Noted noted(Duration first, Duration last) {
        return new Noted(NOW.minus(first), NOW.minus(last));
    }
}
