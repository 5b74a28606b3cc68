package org.hejie.matter.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.hejie.matter.twin.TwinMarks;
import org.hejie.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the limits are looked at. */
@Configuration(proxyBeanMethods = false)
class ClockJobs {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> autoSign(LateClocks clocks) {
        return Tasks.recurring("matter-auto-sign", FixedDelay.of(EVERY)).execute((task, context) -> clocks.sign());
    }

    /** What is older than anybody looks for twins goes, so that the marks stay few. */
    @Bean
    RecurringTask<Void> oldMarks(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("matter-old-twin-marks", FixedDelay.of(Duration.ofDays(1))).execute((task, context) ->
                jdbc.sql("select matter.forget_marks(:before)").param("before", Times.utc(clock.instant().minus(TwinMarks.KEPT)))
                        .query(Long.class).single());
    }

    @Bean
    RecurringTask<Void> escalation(LateClocks clocks) {
        return Tasks.recurring("matter-escalation", FixedDelay.of(EVERY)).execute((task, context) -> clocks.escalate());
    }
}
