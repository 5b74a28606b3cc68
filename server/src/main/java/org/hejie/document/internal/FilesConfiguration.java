package org.hejie.document.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.hejie.document.ContentVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault of files, and the daily look for what no row knows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesProperties.class)
class FilesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FilesConfiguration.class);

    @Bean
    ContentStores contentStores(FilesProperties settings) {
        return ContentStores.of(settings, System::getenv);
    }

    @Bean
    ContentVault contentVault(ContentStores stores, JdbcClient jdbc, Clock clock) {
        return new KeptContent(stores, jdbc, clock);
    }

    @Bean
    RecurringTask<Void> orphanedContent(ContentStores stores, FilesProperties settings, JdbcClient jdbc, Clock clock) {
        return Tasks.recurring("document-orphaned-content", FixedDelay.of(Duration.ofDays(1))).execute((task, context) ->
                stores.all().forEach(store -> {
                    int aside = new OrphanSweep(store, jdbc, clock).sweep();
                    if (aside > 0) {
                        LOG.warn("{} files of the {} that no row knows: see orphaned/ in {}", aside, store.name(), settings.folder());
                    }
                }));
    }
}
