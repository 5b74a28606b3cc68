package org.hejie.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes on one database: what changes by one is heard by the pages of the other. */
@HejieTest
class LiveTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    KeptLive one;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatChangesOnOneNodeIsHeardOnTheOther() {
        var other = new KeptLive(jdbc);
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Consumer<String> listener = heard::add;
        other.listen(listener);

        one.changed("test:1");

        await().atMost(PATIENCE).until(() -> heard.contains("test:1"));
        other.leave(listener);
    }

    @Test
    void whatIsRolledBackIsNotHeard() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Consumer<String> listener = heard::add;
        one.listen(listener);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            one.changed("test:back");
            status.setRollbackOnly();
        });
        one.changed("test:after");

        await().atMost(PATIENCE).until(() -> heard.contains("test:after"));
        assertThat(heard).doesNotContain("test:back");
        one.leave(listener);
    }

    @Test
    void manyChangesTogetherAreOne() {
        long before = version("test:many");
        for (int i = 0; i < 200; i++) {
            one.changed("test:many");
        }

        await().atMost(PATIENCE).until(() -> version("test:many") > before);
        assertThat(version("test:many") - before).isLessThan(10);
    }

    private long version(String topic) {
        return jdbc.sql("select coalesce(max(version), 0) from notify.live where topic = :topic").param("topic", topic)
                .query(Long.class).single();
    }
}
