package org.hejie.audit.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.hejie.audit.Seals;
import org.hejie.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals the history every night. */
@Configuration(proxyBeanMethods = false)
class SealJob {

    private static final LocalTime AT = LocalTime.of(0, 30);

    @Bean
    RecurringTask<Void> dailySeal(Seals seals) {
        return Tasks.recurring("audit-daily-seal", Schedules.daily(Times.ZONE, AT))
                .execute((instance, context) -> seals.sealOncePerDay());
    }
}
