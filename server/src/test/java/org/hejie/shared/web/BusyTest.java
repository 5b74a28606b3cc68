package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Two acts that wait for each other: one goes on, the other is told so. */
@HejieTest
class BusyTest {

    private static final long FIRST = 7_401_001;
    private static final long SECOND = 7_401_002;

    @Autowired ProblemAdvice advice;
    @Autowired JdbcTemplate template;
    @Autowired ColumnTypes types;
    @Autowired TransactionTemplate transaction;

    @Test
    void whoIsUndoneIsToldToTryAgain() throws Exception {
        assertTold(undone(key -> template.query("select pg_advisory_xact_lock(?)", row -> { }, key)));
    }

    @Test
    void alsoWhereItWasSentWithTheCommit() throws Exception {
        assertTold(undone(key -> types.statement().sql("select pg_advisory_xact_lock(").value("bigint", key).sql(")").beforehand(template)));
    }

    @RestController
    record Undone(Exception cause) {

        @GetMapping("/undone")
        String answer() throws Exception {
            throw cause;
        }
    }

    private void assertTold(Exception undone) {
        var http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Undone(undone)).setControllerAdvice(advice).build());

        assertThat(http.get().uri("/undone").locale(Locale.ENGLISH)).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "1").bodyJson()
                .extractingPath("$.code").isEqualTo("BUSY");
    }

    /** What the one got who was undone. @param second how each takes what the other has */
    private Exception undone(LongConsumer second) throws Exception {
        var both = new CyclicBarrier(2);
        List<Exception> undone = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<@Nullable Exception>> acts = List.of(threads.submit(() -> act(FIRST, SECOND, both, second)),
                    threads.submit(() -> act(SECOND, FIRST, both, second)));
            for (Future<@Nullable Exception> act : acts) {
                Exception told = act.get();
                if (told != null) {
                    undone.add(told);
                }
            }
        }
        assertThat(undone).hasSize(1);
        return undone.getFirst();
    }

    private @Nullable Exception act(long own, long other, CyclicBarrier both, LongConsumer second) {
        try {
            transaction.executeWithoutResult(status -> {
                template.query("select pg_advisory_xact_lock(?)", row -> { }, own);
                await(both);
                second.accept(other);
            });
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
