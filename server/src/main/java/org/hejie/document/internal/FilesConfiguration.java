package org.hejie.document.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.hejie.document.ContentVault;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault of files, and the daily look for what no row knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {

    @Bean
    ContentVault contentVault(FilesProperties settings, JdbcClient jdbc, Clock clock) {
        return new KeptContent(settings, jdbc, clock);
    }

    @Bean
    RecurringTask<Void> orphanedContent(FilesProperties settings, JdbcClient jdbc, Clock clock) {
        var sweep = new OrphanSweep(settings.folder(), jdbc, clock);
        return Tasks.recurring("document-orphaned-content", FixedDelay.of(Duration.ofDays(1))).execute((task, context) -> {
            try {
                int aside = sweep.sweep();
                if (aside > 0) {
                    LoggerFactory.getLogger(OrphanSweep.class).warn("{} files that no row knows were set aside in {}", aside, settings.folder());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
