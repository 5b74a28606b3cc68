package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hejie.document.sheet.Sheet;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.intake.Intakes;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An import runs once, and goes on where a worker that is gone left it. */
@HejieTest
@Import(Intakes.class)
class ImportWorkersTest extends ImportFixture {

    @Autowired ImportRun run;
    @Autowired ImportRows rows;
    @Autowired ImportParts parts;
    @Autowired ChunkWork work;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void aWorkerThatIsGoneIsFollowedByOneThatGoesOnBehindTheCheckpoint() {
        var table = new StringBuilder(HEAD);
        for (int i = 0; i < 700; i++) {
            table.append(good("k"));
        }
        ImportId id = new ImportId(mapped(table.toString()).id());
        killedAfterOneChunk(id);

        run.run(id);

        ImportView view = Actors.as(clerk, () -> imports.view(id));
        assertThat(view).extracting(ImportView::state, ImportView::done, ImportView::accepted, ImportView::repeated)
                .containsExactly(ImportState.FINISHED, 700, 700, 0);
    }

    @Test
    void anImportNobodyWorksOnIsInterrupted() {
        ImportId id = new ImportId(mapped(HEAD + good("a") + good("b")).id());
        killedAfterOneChunk(id);

        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.INTERRUPTED);
    }

    @Test
    void anImportThatWaitsForItsWorkerRuns() {
        ImportId id = new ImportId(mapped(HEAD + good("a")).id());
        Actors.run(run.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status ->
                rows.start(id, ImportRun.BELIEVED, ImportState.MAPPED)));

        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.RUNNING);
        run.run(id);
        assertThat(Actors.as(clerk, () -> imports.view(id)).state()).isEqualTo(ImportState.FINISHED);
    }

    @Test
    void anImportIsStartedOnce() {
        ImportView done = finished(HEAD + good("a"));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Actors.run(clerk, () -> imports.start(new ImportId(done.id())))).withMessage("WRONG_STATE");
    }

    /** The first chunk is committed by a worker that then says nothing more. */
    private void killedAfterOneChunk(ImportId id) {
        Actors.run(run.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            rows.start(id, Duration.ofSeconds(-100), ImportState.MAPPED);
            rows.claim(id, "gone", Duration.ofSeconds(-100));
            ImportRow given = rows.find(id).orElseThrow();
            rows.advance(id, "gone", 0, work.register(given, given.fields(), first500(given), Turn.first()), Duration.ofSeconds(-10));
        }));
    }

    private List<Sheet.Row> first500(ImportRow given) {
        try (Sheet sheet = given.format().open(parts.open(given.id()))) {
            var first = new ArrayList<Sheet.Row>();
            for (Sheet.Row row = sheet.next(); row != null && row.number() <= 500; row = sheet.next()) {
                first.add(row);
            }
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
