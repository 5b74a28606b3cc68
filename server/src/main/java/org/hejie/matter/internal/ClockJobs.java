package org.hejie.matter.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the limits are looked at. */
@Configuration(proxyBeanMethods = false)
class ClockJobs {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> autoSign(LateClocks clocks) {
        return Tasks.recurring("matter-auto-sign", FixedDelay.of(EVERY)).execute((task, context) -> clocks.sign());
    }

    /** Tells units of what falls due within a day. */
    @Bean
    RecurringTask<Void> deadlineNotices(MatterNotices notices) {
        return Tasks.recurring("matter-deadline-notices", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> notices.tellOfDeadlines());
    }

    @Bean
    RecurringTask<Void> escalation(LateClocks clocks) {
        return Tasks.recurring("matter-escalation", FixedDelay.of(EVERY)).execute((task, context) -> clocks.escalate());
    }
}
