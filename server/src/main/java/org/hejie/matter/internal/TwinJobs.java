package org.hejie.matter.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hejie.matter.twin.TwinMarks;
import org.hejie.matter.twin.TwinSearchRun;
import org.hejie.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for twins beside the requests, and forgets old marks. */
@Configuration(proxyBeanMethods = false)
class TwinJobs {

    private static final int LOOKS = 8;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> lookForTwins(TwinSearchRun run) {
        return Tasks.recurring("matter-look-for-twins", FixedDelay.of(LOOK_EVERY)).execute((task, context) -> {
            BooleanSupplier stopping = context.getSchedulerState()::isShuttingDown;
            if (comesToRest(run, stopping)) {
                run.toTheEnd(() -> stopping.getAsBoolean() || run.shouldWait());
            }
        });
    }

    /** What is older than anybody looks for twins goes, so that the marks stay few. */
    @Bean
    RecurringTask<Void> oldMarks(JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("matter-old-twin-marks", FixedDelay.of(Duration.ofDays(1))).execute((task, context) ->
                jdbc.sql("select matter.forget_marks(:before)").param("before", Times.utc(clock.instant().minus(TwinMarks.KEPT)))
                        .query(Long.class).single());
    }

    /** Waits a few seconds for the last rows to be a little old; false while more come. */
    private static boolean comesToRest(TwinSearchRun run, BooleanSupplier stopping) {
        boolean waits = run.shouldWait();
        for (int look = 0; look < LOOKS && waits && !stopping.getAsBoolean(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            waits = run.shouldWait();
        }
        return !waits;
    }
}
