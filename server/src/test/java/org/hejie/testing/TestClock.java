package org.hejie.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's clock in tests: real time until a test sets or moves it; {@link #reset} gives real time back. */
public class TestClock extends Clock {

    private volatile Clock now = Clock.tickMillis(ZoneOffset.UTC);

    /** Stands still at the instant. */
    public void setTo(Instant instant) {
        now = Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Moves by the span and stands still there. */
    public void advance(Duration span) {
        setTo(instant().plus(span));
    }

    /** Goes on by a millisecond whenever anybody looks. */
    public void hurry() {
        var looked = new AtomicReference<>(instant());
        InstantSource source = () -> looked.updateAndGet(last -> last.plusMillis(1));
        now = source.withZone(ZoneOffset.UTC);
    }

    public void reset() {
        now = Clock.tickMillis(ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return now.withZone(zone);
    }

    @Override
    public Instant instant() {
        return now.instant();
    }

    /** Puts the clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
