package org.hejie.partner.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.referral.ReferralChanged;
import org.hejie.shared.database.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands news on as soon as they are committed, on one thread of the node. A call that is lost is made up for by the timer: what was
 * handed on stands in the subscription, so nothing is missed and nothing has to be remembered here.
 */
@Component
class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final NewsHandOver handOver;
    private final boolean working;
    private final AtomicInteger calls = new AtomicInteger();

    Forwarding(NewsHandOver handOver, @Value("${hejie.jobs.enabled}") boolean working) {
        this.handOver = handOver;
        this.working = working;
    }

    /** Looks after the commit; within the transaction the news are not there yet for anybody else. */
    @EventListener
    void on(ReferralChanged changed) {
        afterCommit();
    }

    /** Looks once the transaction of the caller is committed; at once without one. */
    void afterCommit() {
        AfterCommit.run(this::wake);
    }

    /** There may be news. Returns at once. */
    void wake() {
        if (working && calls.getAndIncrement() == 0) {
            Thread.ofVirtual().name("partner-forwarding").start(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = calls.get();
            try {
                handOver.run();
            } catch (RuntimeException e) {
                LOG.warn("NewsHandOver events on broke off: {}", e.getClass().getName());
            }
        } while (!calls.compareAndSet(seen, 0));
    }

    /** The timer. */
    @Configuration(proxyBeanMethods = false)
    static class Timer {

        private static final Duration EVERY = Duration.ofSeconds(10);

        @Bean
        RecurringTask<Void> partnerForwarding(Forwarding forwarding) {
            return Tasks.recurring("partner-forwarding", FixedDelay.of(EVERY)).execute((task, context) -> forwarding.wake());
        }
    }
}
