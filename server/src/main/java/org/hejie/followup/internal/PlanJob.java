package org.hejie.followup.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks now and then for closed matters without a plan. */
@Configuration(proxyBeanMethods = false)
class PlanJob {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> visitPlansCatchUp(VisitPlans plans) {
        return Tasks.recurring("followup-plans", FixedDelay.of(EVERY)).execute((task, context) -> {
            int planned;
            do {
                planned = plans.catchUp();
            } while (planned > 0);
        });
    }
}
