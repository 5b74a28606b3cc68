package org.hejie.intake.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.hejie.intake.ImportId;
import org.hejie.org.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets imports run beside the requests, and takes up those whose worker is gone. */
@Configuration(proxyBeanMethods = false)
class ImportWorkers {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** Runs an import on a thread of its own. */
    interface Background {
        void run(ImportId id);
    }

    @Bean
    Background importBackground(ImportRun run) {
        return id -> Thread.ofVirtual().name("import-" + id.value()).start(() -> run.run(id));
    }

    @Bean
    RecurringTask<Void> abandonedImports(ImportRun run, ImportRows imports, Background background,
            PlatformTransactionManager transactions) {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return Tasks.recurring("intake-abandoned-imports", FixedDelay.of(LOOK_EVERY)).execute((instance, context) ->
                Actors.as(run.actor(), () -> reading.execute(status -> imports.abandoned())).forEach(background::run));
    }

    @Bean
    RecurringTask<Void> forgottenAttempts(Attempts attempts) {
        return Tasks.recurring("intake-forgotten-attempts", FixedDelay.of(FORGET_EVERY)).execute((instance, context) -> attempts.forget());
    }
}
