package org.hejie.shared.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every few seconds whether reference data was changed, and tells of it: a few rows read by key, so it costs nothing.
 * Works through any connection pooler, which LISTEN does not (docs/adr/0052).
 */
@Component
public class ReferenceWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceWatch.class);

    /** Whoever builds on another is told after it. */
    private static final List<String> ORDER = List.of("calendar", "place", "org", "rules");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Duration every;
    private final Map<String, Long> seen = new HashMap<>();
    private @Nullable ScheduledExecutorService timer;

    ReferenceWatch(JdbcClient jdbc, ApplicationEventPublisher events, @Value("${hejie.reference-watch:3s}") Duration every) {
        this.jdbc = jdbc;
        this.events = events;
        this.every = every;
        // Before any module reads: what changes while they do is read once more, and nothing is missed.
        seen.putAll(read());
    }

    /** Looks now and tells of what changed since the look before. */
    public synchronized void look() {
        Map<String, Long> now = read();
        for (String what : ORDER) {
            Long changed = now.get(what);
            if (changed != null && !changed.equals(seen.get(what))) {
                events.publishEvent(new ReferenceChanged(what));
                seen.put(what, changed);
            }
        }
    }

    private Map<String, Long> read() {
        Map<String, Long> marks = new HashMap<>();
        jdbc.sql("select what, changed from shared.reference_version")
                .query(row -> {
                    marks.put(row.getString("what"), row.getLong("changed"));
                });
        return marks;
    }

    private void lookQuietly() {
        try {
            look();
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("Changes of other nodes cannot be looked for now");
        } catch (RuntimeException e) {
            LOG.error("Reference data could not be read again", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reference-watch").daemon().factory());
        started.scheduleWithFixedDelay(this::lookQuietly, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        if (running != null) {
            running.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
