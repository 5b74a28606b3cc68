package org.hejie.notify.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hejie.notify.Live;
import org.hejie.shared.database.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A row for each topic with a version, raised at most every {@link #GATHER} by each node, and read every {@link #LOOK} by
 * nodes that have somebody listening. Neither runs when nothing happens and nobody looks.
 */
@Component
class KeptLive implements Live, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(KeptLive.class);
    static final Duration GATHER = Duration.ofMillis(400);
    static final Duration LOOK = Duration.ofMillis(900);

    private final JdbcClient jdbc;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    KeptLive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void changed(String topic) {
        AfterCommit.run(() -> gather(topic));
    }

    private void gather(String topic) {
        pending.add(topic);
        if (gathering.compareAndSet(false, true)) {
            Thread.ofVirtual().name("live-gather").start(this::raise);
        }
    }

    private void raise() {
        try {
            Thread.sleep(GATHER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gathering.set(false);
        List<String> topics = new ArrayList<>(pending);
        topics.forEach(pending::remove);
        try {
            jdbc.sql("""
                    insert into notify.live as l (topic, version, changed_at)
                    select topic, 1, now() from unnest(:topics::text[]) as given (topic) order by topic
                    on conflict (topic) do update set version = l.version + 1, changed_at = now()
                    """).param("topics", topics.toArray(String[]::new)).update();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("A hint was lost: {}", e.getClass().getName());
        }
    }

    @Override
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
        if (looking.compareAndSet(false, true)) {
            Map<String, Long> known = read();
            Thread.ofVirtual().name("live-look").start(() -> look(known));
        }
    }

    @Override
    public void leave(Consumer<String> listener) {
        listeners.remove(listener);
    }

    private void look(Map<String, Long> known) {
        while (!stopped && !listeners.isEmpty()) {
            try {
                Thread.sleep(LOOK);
                read().forEach((topic, version) -> {
                    if (!version.equals(known.put(topic, version))) {
                        listeners.forEach(listener -> listener.accept(topic));
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("Looking for hints failed, goes on: {}", e.getClass().getName());
            }
        }
        looking.set(false);
        if (!stopped && !listeners.isEmpty() && looking.compareAndSet(false, true)) {
            look(known); // somebody came while the last one left
        }
    }

    private Map<String, Long> read() {
        Map<String, Long> versions = new HashMap<>();
        jdbc.sql("select topic, version from notify.live where changed_at > now() - interval '1 minute'")
                .query(row -> {
                    versions.put(row.getString(1), row.getLong(2));
                });
        return versions;
    }

    @Override
    public void destroy() {
        stopped = true;
    }
}
