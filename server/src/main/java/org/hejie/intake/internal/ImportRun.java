package org.hejie.intake.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hejie.document.sheet.Sheet;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through an import chunk by chunk, two at a time, committed in their order. A chunk's matters, errors and checkpoint
 * are one transaction, so that after a kill the next worker goes on behind the last chunk committed; a worker that was
 * believed gone and comes back finds the checkpoint moved and lets go.
 */
@Component
class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int CHUNK = 500;
    /** How long a worker is believed without news; a chunk takes a second or two. */
    static final Duration BELIEVED = Duration.ofSeconds(60);

    private final ImportRows imports;
    private final ImportParts parts;
    private final RowErrors errors;
    private final ChunkWork work;
    private final Units units;
    private final TransactionTemplate transaction;
    private final String worker = UUID.randomUUID().toString();

    ImportRun(ImportRows imports, ImportParts parts, RowErrors errors, ChunkWork work, Units units,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.parts = parts;
        this.errors = errors;
        this.work = work;
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The server itself registers what a person has checked and started; the import names the person. */
    Actor actor() {
        return Actor.system("import", List.of(units.county().id().value()));
    }

    /** Runs the import to its end unless another worker has it. */
    void run(ImportId id) {
        Actors.run(actor(), () -> {
            if (Boolean.TRUE.equals(transaction.execute(status -> imports.claim(id, worker, BELIEVED)))) {
                toTheEnd(id);
            }
        });
    }

    private void toTheEnd(ImportId id) {
        try {
            chunks(id);
            transaction.execute(status -> imports.end(id, ImportState.FINISHED, ImportState.RUNNING));
        } catch (TakenOver other) {
            LOG.info("Import {} goes on elsewhere", id.value());
        } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException gone) {
            LOG.warn("Import {} stopped, the database does not answer; it goes on when it does", id.value());
        } catch (RuntimeException | IOException failure) {
            LOG.error("Import {} failed: {}", id.value(), failure.getClass().getName());
            transaction.execute(status -> imports.end(id, ImportState.FAILED, ImportState.RUNNING));
        }
    }

    private void chunks(ImportId id) throws IOException {
        ImportRow given = transaction.execute(status -> imports.find(id)).orElseThrow();
        Mapping mapping = given.fields();
        try (Sheet sheet = given.format().open(parts.open(id)); var underWay = new ChunksUnderWay()) {
            List<Sheet.Row> chunk = new ArrayList<>(CHUNK);
            for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
                if (row.number() > given.done()) {
                    chunk.add(row);
                }
                if (chunk.size() == CHUNK) {
                    begin(underWay, given, mapping, List.copyOf(chunk));
                    chunk.clear();
                }
            }
            if (!chunk.isEmpty()) {
                begin(underWay, given, mapping, chunk);
            }
            underWay.finish();
        }
    }

    private void begin(ChunksUnderWay underWay, ImportRow given, Mapping mapping, List<Sheet.Row> chunk) {
        underWay.begin(turn -> Actors.run(actor(), () -> commit(given, mapping, chunk, turn)));
    }

    private void commit(ImportRow given, Mapping mapping, List<Sheet.Row> chunk, Turn turn) {
        transaction.executeWithoutResult(status -> {
            ChunkResult result = work.register(given, mapping, chunk, turn);
            errors.write(given.id(), result.errors());
            if (!imports.advance(given.id(), worker, chunk.getFirst().number() - 1, result, BELIEVED)) {
                throw new TakenOver();
            }
        });
    }

    /** Another worker has this import now; what this one did is rolled back. */
    private static final class TakenOver extends RuntimeException {
    }
}
