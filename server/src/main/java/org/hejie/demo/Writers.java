package org.hejie.demo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hejie.matter.PastMatters;
import org.hejie.matter.PastMatters.PastMatter;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells and writes batches, several at a time, each in one transaction together with its mark. */
@Component
class Writers {

    private final PastMatters pastMatters;
    private final SideRecords sideRecords;
    private final TransactionTemplate transaction;
    private final DemoProperties properties;

    Writers(PastMatters pastMatters, SideRecords sideRecords, TransactionTemplate transaction, DemoProperties properties) {
        this.pastMatters = pastMatters;
        this.sideRecords = sideRecords;
        this.transaction = transaction;
        this.properties = properties;
    }

    /**
     * One batch.
     *
     * @param told called once, inside the transaction
     * @param mark called after the matters are written, in the same transaction
     */
    record Batch(int size, Supplier<List<PastMatter>> told, Runnable mark) {
    }

    void write(List<Batch> batches, long county, Progress progress) {
        try (ExecutorService threads = Executors.newFixedThreadPool(properties.writers(), Thread.ofPlatform().name("demo-", 1).factory())) {
            List<Future<?>> running = batches.stream()
                    .map(batch -> threads.submit(() -> write(batch, county, progress)))
                    .collect(Collectors.toList());
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("the demo county cannot be written: " + e.getCause().getMessage(), e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        progress.end();
    }

    private void write(Batch batch, long county, Progress progress) {
        Scopes.run(Scope.job("demo-county", county), () -> transaction.executeWithoutResult(status -> {
            List<PastMatter> told = batch.told().get();
            sideRecords.keep(told, pastMatters.write(told));
            batch.mark().run();
        }));
        progress.add(batch.size());
    }
}
