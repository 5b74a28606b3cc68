package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@HejieTest
class WorkApartTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DatabaseProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void many_at_once_each_find_a_second_connection_for_work_apart() throws InterruptedException, ExecutionException {
        var outer = new TransactionTemplate(transactions);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 2 * properties.poolSize(); i++) {
                running.add(threads.submit(() -> outer.execute(status -> {
                    jdbc.sql("select pg_sleep(0.1)::text").query(String.class).single();
                    return apart.execute(inner -> jdbc.sql("select 1").query(Integer.class).single());
                })));
            }
            for (Future<Integer> one : running) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
    }
}
