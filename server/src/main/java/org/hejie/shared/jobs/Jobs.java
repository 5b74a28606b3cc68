package org.hejie.shared.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    private final DataSource dataSource;
    private final List<RecurringTask<?>> tasks;
    private @Nullable Scheduler scheduler;

    Jobs(DataSource dataSource, ObjectProvider<RecurringTask<?>> tasks) {
        this.dataSource = dataSource;
        this.tasks = tasks.orderedStream().toList();
    }

    /** A scheduler that was stopped cannot start again, so each start makes its own. */
    @Override
    public void start() {
        scheduler = Scheduler.create(dataSource)
                .tableName("shared.scheduled_tasks")
                .startTasks(tasks)
                .threads(THREADS)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        scheduler.start();
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
