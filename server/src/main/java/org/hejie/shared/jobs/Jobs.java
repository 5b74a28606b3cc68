package org.hejie.shared.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the timers of all modules while the application runs; off with {@code hejie.jobs.enabled=false}. */
@Component
@ConditionalOnProperty(name = "hejie.jobs.enabled", havingValue = "true")
class Jobs implements SmartLifecycle {

    private static final int THREADS = 2;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private boolean running;

    Jobs(DataSource dataSource, ObjectProvider<RecurringTask<?>> tasks) {
        List<RecurringTask<?>> all = tasks.orderedStream().toList();
        scheduler = Scheduler.create(dataSource)
                .tableName("shared.scheduled_tasks")
                .startTasks(all)
                .threads(THREADS)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
