package org.hejie.matter.supervision.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When the rules are looked at. */
@Configuration(proxyBeanMethods = false)
class SupervisionJob {

    private static final Duration EVERY = Duration.ofMinutes(2);

    @Bean
    RecurringTask<Void> supervision(Rounds rounds) {
        return Tasks.recurring("matter-supervision", FixedDelay.of(EVERY)).execute((task, context) -> rounds.go());
    }
}
