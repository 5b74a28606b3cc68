package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hejie.audit.AuditVerification;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.document.sheet.TimeText;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportState;
import org.hejie.intake.ImportView;
import org.hejie.intake.Imports;
import org.hejie.intake.Intakes;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Real messages to a city's leaders come in as line 12345; those with a reply go on to the archive, each step entered
 * later than it was done, with its true time. The messages lie beside the project and are never shown.
 */
@HejieTest
@Import(Intakes.class)
class RealMessagesTest {

    private static final Path MESSAGES = Path.of("../../shared/data/messages");
    private static final String TOWN = "620123104";
    private static final int AT_ONCE = 4;

    @Autowired Imports imports;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired Intakes intakes;
    @Autowired AuditVerification audit;

    @Test
    void everyLabelledMessageIsRegistered() throws IOException {
        ImportView done = imported("labelled.csv", mapping -> mapping.remove("outsideNo")); // "row" numbers the file, not the messages

        assertThat(done.accepted()).isEqualTo(done.rows());
        assertThat(done.rows()).isEqualTo(4083);
    }

    @Test
    void everyAnsweredMessageReachesTheArchive() throws Exception {
        ImportView done = imported("replies.csv", mapping -> mapping.put("applicantName", "留言用户"));
        assertThat(done.accepted()).isEqualTo(done.rows());
        Map<Integer, MatterId> registered = registered(done);

        try (var pool = Executors.newFixedThreadPool(AT_ONCE); Sheet sheet = replies()) {
            List<String> columns = sheet.columns();
            int reply = columns.indexOf("答复意见");
            int repliedAt = columns.indexOf("答复时间");
            Map<MatterId, Future<MatterStatus>> ends = new HashMap<>();
            for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
                MatterId matter = registered.get(row.number());
                String answer = row.cells().get(reply);
                Instant at = TimeText.parse(row.cells().get(repliedAt)).orElseThrow().toInstant();
                ends.put(matter, pool.submit(() -> throughToTheArchive(matter, answer, at)));
            }
            assertThat(ends).hasSize(2816);
            assertThat(ends.values()).allSatisfy(end -> assertThat(ended(end)).isEqualTo(MatterStatus.ARCHIVED));
        }
        assertThat(audit.verify(Map.of()).fault()).isNull();
    }

    private static MatterStatus ended(Future<MatterStatus> end) throws InterruptedException, ExecutionException {
        return end.get();
    }

    private MatterStatus throughToTheArchive(MatterId id, String answer, Instant repliedAt) {
        Actor dispatcher = county.dispatcher(401);
        Actor clerk = county.townClerk(402, TOWN);
        Instant visitedAt = repliedAt.plus(Duration.ofDays(3));
        var standing = Actors.as(dispatcher, () -> matters.standing(id)).orElseThrow();
        standing = as(dispatcher, standing, new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null), repliedAt);
        standing = as(clerk, standing, new Act.SubmitResult(ResultKind.EXPLAINED, true, null, answer, List.of()), repliedAt);
        standing = as(dispatcher, standing, new Act.Check(true, null), repliedAt);
        standing = as(dispatcher, standing, new Act.Visit(false, null), visitedAt);
        standing = as(Actor.resident(id.value()), standing, new Act.Evaluate(Evaluation.FAIRLY, List.of(), null), visitedAt);
        return as(dispatcher, standing, new Act.Archive(), visitedAt).status();
    }

    private Matters.Standing as(Actor actor, Matters.Standing standing, Act act, Instant at) {
        return Actors.as(actor, () -> matters.actAt(standing.id(), standing.version(), act, at));
    }

    private Map<Integer, MatterId> registered(ImportView done) {
        Map<Integer, MatterId> registered = new HashMap<>();
        intakes.owner().sql("select row_no, matter_id from intake.submission where import_id = :id and state = 'REGISTERED'")
                .param("id", done.id())
                .query(row -> {
                    registered.put(row.getInt(1), new MatterId(row.getLong(2)));
                });
        return registered;
    }

    private ImportView imported(String file, Consumer<Map<String, String>> change) throws IOException {
        byte[] content = read(file);
        Actor clerk = county.dispatcher(401);
        ImportView view = Actors.as(clerk, () -> imports.upload(SourceLine.HOTLINE, file, content));
        Map<String, String> mapping = new HashMap<>(view.mapping());
        change.accept(mapping);
        ImportId id = new ImportId(view.id());
        Actors.run(clerk, () -> {
            imports.map(id, mapping);
            imports.start(id);
        });
        return await().atMost(Duration.ofMinutes(5)).until(() -> Actors.as(clerk, () -> imports.view(id)),
                running -> running.state() == ImportState.FINISHED || running.state() == ImportState.FAILED);
    }

    private static Sheet replies() throws IOException {
        byte[] content = read("replies.csv");
        return SheetFormat.of(content).open(new ByteArrayInputStream(content));
    }

    private static byte[] read(String file) throws IOException {
        assumeThat(Files.exists(MESSAGES.resolve(file))).as("the messages lie beside the project").isTrue();
        return Files.readAllBytes(MESSAGES.resolve(file));
    }
}
