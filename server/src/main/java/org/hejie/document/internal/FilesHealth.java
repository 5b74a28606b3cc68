package org.hejie.document.internal;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether the folder or bucket for new files could be reached since the start: part of {@code /readyz}, with the setting to look at. Once it was
 * reached it stays so: when it goes away later, what needs it answers 503 and all else goes on.
 */
@Component("files")
class FilesHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(FilesHealth.class);

    private final ContentStores stores;
    private volatile boolean reached;

    FilesHealth(ContentStores stores) {
        this.stores = stores;
    }

    @EventListener
    void onStart(ApplicationStartedEvent started) {
        fault().ifPresent(fault -> LOG.error("Files cannot be kept. {}. /readyz answers 503 until they can.", fault));
    }

    @Override
    public Health health() {
        return fault().map(fault -> Health.down().withDetail("fault", fault).build()).orElseGet(() -> Health.up().build());
    }

    private Optional<String> fault() {
        if (reached) {
            return Optional.empty();
        }
        Optional<String> fault = stores.chosen().flatMap(ContentStore::fault);
        reached = fault.isEmpty();
        return fault;
    }
}
