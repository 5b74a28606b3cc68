package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.hejie.intake.AnswerReceiver.Taken;
import org.hejie.intake.Answers.NewSettings;
import org.hejie.intake.Answers.Told;
import org.hejie.matter.Act;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.notify.DeadLetters;
import org.hejie.notify.MessageState;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.notify.WrittenMessage;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A line's own system fails, hangs, refuses and comes back; what it is told stays whole and in order. */
@HejieTest
@TestPropertySource(properties = {"hejie.notify.inside-hosts=localhost", "hejie.notify.first-retry=20ms",
    "hejie.notify.longest-retry=200ms", "hejie.notify.timeout=400ms", "hejie.notify.attempts=8"})
class AnswersTest {

    private static final String TOWN = "620123109";
    private static final Set<MatterStatus> TOLD = EnumSet.of(MatterStatus.ASSIGNED, MatterStatus.CLOSED, MatterStatus.REOPENED);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    Answers answers;

    @Autowired
    Outbox outbox;

    @Autowired
    DeadLetters letters;

    @Autowired
    Matters matters;

    @Autowired
    MatterLinks links;

    @Autowired
    County county;

    @Autowired
    Units units;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private AnswerReceiver receiver;
    private TestPerson administrator;

    @BeforeEach
    void listen() throws IOException {
        receiver = new AnswerReceiver();
        administrator = staff.systemAdmin();
    }

    @AfterEach
    void hangUp() {
        clock.reset();
        receiver.close();
    }

    @Test
    void aMoveTheLineKnowsOfIsDeliveredWithItsNumberAndStatus() {
        answeredTo(SourceLine.HOTLINE);
        closed(SourceLine.HOTLINE, "W-1");

        await().atMost(PATIENCE).until(() -> receiver.statusesOf("W-1").size() == 2);
        assertThat(receiver.statusesOf("W-1")).containsExactly("ASSIGNED", "CLOSED");
        assertThat(receiver.taken().getLast().json().properties()).extracting(field -> field.getKey())
                .containsExactlyInAnyOrder("outsideNo", "code", "status", "at", "result");
    }

    @Test
    void aMatterWithoutANumberOfTheLineIsNotAnswered() {
        answeredTo(SourceLine.HOTLINE);
        long before = messages();
        closed(SourceLine.HOTLINE, null);

        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void aMoveThatIsRolledBackIsNotTold() {
        answeredTo(SourceLine.HOTLINE);
        long before = messages();
        Actors.run(county.dispatcher(602), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            write("rolled-back", 1);
            status.setRollbackOnly();
        }));

        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void theSignatureIsOfTimeAndBody() throws Exception {
        String secret = answeredTo(SourceLine.POLICE);
        closed(SourceLine.POLICE, "J-1");
        await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());

        Taken first = receiver.taken().getFirst();
        String time = first.signature().replaceAll("t=(\\d+),.*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((time + "." + first.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(first.signature()).isEqualTo("t=" + time + ",v1=" + HexFormat.of().formatHex(expected));
    }

    @Test
    void whenOneCallInTenFailsEachIsDeliveredInItsOrder() {
        answeredTo(SourceLine.HOTLINE);
        receiver.answering(call -> call % 10 == 0 ? 503 : 204);
        List<String> numbers = new ArrayList<>();
        for (int lane = 0; lane < 20; lane++) {
            numbers.add("T" + lane);
            written("T" + lane, 15);
        }

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 300);
        assertThat(numbers).allSatisfy(number -> assertThat(receiver.statusesOf(number)).as(number).isEqualTo(ordered(15)));
    }

    @Test
    void aReceiverThatHangsAndComesBackGetsAll() {
        answeredTo(SourceLine.HOTLINE);
        receiver.answering(call -> call <= 4 ? 0 : 204);
        written("H1", 5);
        written("H2", 5);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 10);
        assertThat(receiver.statusesOf("H1")).isEqualTo(ordered(5));
    }

    @Test
    void whatIsRefusedForGoodHoldsItsLaneUntilItIsResent() {
        answeredTo(SourceLine.HOTLINE);
        receiver.answering(call -> 410);
        written("D1", 3);
        WrittenMessage dead = dead("D1");
        receiver.answering(call -> 204);

        Actors.run(county.dispatcher(602), () -> letters.resend(Actors.current(), dead.id()));

        await().atMost(PATIENCE).until(() -> receiver.statusesOf("D1").size() == 3);
        assertThat(receiver.statusesOf("D1")).isEqualTo(ordered(3));
    }

    @Test
    void aDeadLetterSetAsideLetsTheOthersPass() {
        answeredTo(SourceLine.HOTLINE);
        receiver.answering(call -> 410);
        written("A1", 3);
        WrittenMessage dead = dead("A1");
        receiver.answering(call -> 204);

        Actors.run(county.dispatcher(602), () -> letters.setAside(Actors.current(), dead.id(), "对方已自行更正"));

        await().atMost(PATIENCE).until(() -> receiver.statusesOf("A1").size() == 2);
        assertThat(receiver.statusesOf("A1")).isEqualTo(ordered(3).subList(1, 3));
    }

    @Test
    void theSystemAdministratorResendsAllWithoutSeeingAny() {
        answeredTo(SourceLine.COURT);
        receiver.answering(call -> 410);
        write(SourceLine.COURT, "C1");
        await().atMost(PATIENCE).until(() -> deadOf("line-court").size() == 1);
        receiver.answering(call -> 204);

        assertThatThrownBy(() -> letters.page(administrator.actor(), null, null, 10)).hasMessage("FORBIDDEN");
        int resent = Actors.as(administrator.actor(), () -> letters.resendAll(Actors.current(), "line-court"));

        assertThat(resent).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> receiver.statusesOf("C1").size() == 1);
    }

    @Test
    void tooManyTriesMakeADeadLetter() {
        answeredTo(SourceLine.HOTLINE);
        receiver.answering(call -> 503);
        written("X1", 1);

        assertThat(dead("X1").attempts()).isEqualTo(8);
        assertThat(dead("X1").failure()).isEqualTo("HTTP_503");
    }

    @Test
    void aLineWithoutAnAddressFetchesItsAnswersByDay() {
        Standing closed = closed(SourceLine.PETITION, "X-77");

        List<Told> told = Actors.as(county.dispatcher(602), () -> answers.ofDay(SourceLine.PETITION, Times.dateOf(Instant.now())));

        assertThat(told).filteredOn(one -> one.answer().outsideNo().equals("X-77")).hasSize(2)
                .allSatisfy(one -> assertThat(one.message().state()).isEqualTo(MessageState.KEPT))
                .allSatisfy(one -> assertThat(one.answer().code()).isEqualTo(closed.code().value()));
    }

    @Test
    void theLineOfADuplicateIsToldWhatBecomesOfItsMaster() {
        answeredTo(SourceLine.COURT);
        Registered master = registered(SourceLine.HOTLINE, "M-1");
        Registered twin = registered(SourceLine.COURT, "F-1");
        Actors.run(county.dispatcher(602), () -> links.add(twin.id(), twin.version(), new NewLink(LinkKind.DUP, master.id(), "同一件事")));
        close(master, Actors.as(county.dispatcher(602), () -> matters.standing(master.id())).orElseThrow().version());

        await().atMost(PATIENCE).until(() -> receiver.statusesOf("F-1").size() == 2);
        assertThat(receiver.statusesOf("F-1")).containsExactly("ASSIGNED", "CLOSED");
        assertThat(receiver.taken().getLast().json().get("code").asString()).isEqualTo(twin.code().value());
        assertThat(receiver.taken().getLast().json().get("via").asString()).isEqualTo(master.code().value());
    }

    @Test
    void whatWasHandedOverIsMarkedByWhoAndWhen() {
        closed(SourceLine.SUPERIOR, "U-1");
        LocalDate today = Times.dateOf(clock.instant());
        int count = Actors.as(county.dispatcher(602), () -> answers.handOver(SourceLine.SUPERIOR, today));

        assertThat(count).isGreaterThanOrEqualTo(2);
        assertThat(Actors.as(county.dispatcher(602), () -> answers.ofDay(SourceLine.SUPERIOR, today))).extracting(told -> told.message().handedBy())
                .containsOnly(602L);
        assertThatThrownBy(() -> Actors.as(county.dispatcher(602), () -> answers.handOver(SourceLine.SUPERIOR, today)))
                .hasMessageStartingWith("WRONG_STATE");
    }

    @Test
    void anAddressThatPointsInsideIsRefused() {
        assertThatThrownBy(() -> Actors.as(administrator.actor(),
                () -> answers.change(SourceLine.SUPERIOR, new NewSettings("https://127.0.0.1/answers", TOLD))))
                .hasMessage("INVALID_FIELDS");
    }

    /** The secret. */
    private String answeredTo(SourceLine line) {
        return Actors.as(administrator.actor(),
                () -> answers.change(line, new NewSettings(receiver.address(), TOLD))).orElseThrow();
    }

    private Standing closed(SourceLine line, @Nullable String outsideNo) {
        Registered registered = registered(line, outsideNo);
        return close(registered, registered.version());
    }

    private Registered registered(SourceLine line, @Nullable String outsideNo) {
        return Actors.as(county.window(601), () -> matters.register(new RegisterMatter(line, outsideNo,
                null, null, "答复", "答复", "0202", null, new Place(null, TOWN, null, null, null), null, null, null, null,
                List.of(), new ProcedureId("dispute"), List.of())));
    }

    private Standing close(Registered registered, int version) {
        Standing at = Actors.as(county.dispatcher(602), () -> matters.act(registered.id(), version,
                new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null)));
        Standing answered = Actors.as(county.townClerk(603, TOWN), () -> matters.act(registered.id(), at.version(),
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已解释", List.of())));
        return Actors.as(county.dispatcher(602), () -> matters.act(registered.id(), answered.version(), new Act.Check(true, null)));
    }

    private void written(String number, int count) {
        Actors.run(county.dispatcher(602), () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> write(number, count)));
    }

    private void write(String number, int count) {
        ordered(count).forEach(status -> outbox.add(message("line-12345", number, status)));
    }

    private void write(SourceLine line, String number) {
        Actors.run(county.dispatcher(602), () -> new TransactionTemplate(transactions).executeWithoutResult(
                status -> outbox.add(message("line-" + line.slug(), number, "S00"))));
    }

    private NewMessage message(String destination, String number, String status) {
        return new NewMessage(destination, number, number,
                "{\"outsideNo\": \"" + number + "\", \"status\": \"" + status + "\"}", List.of(units.county().id().value()));
    }

    private static List<String> ordered(int count) {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add("S%02d".formatted(i));
        }
        return statuses;
    }

    private WrittenMessage dead(String subject) {
        await().atMost(PATIENCE).until(() -> deadOf("line-12345").stream().anyMatch(message -> message.subject().equals(subject)));
        return deadOf("line-12345").stream().filter(message -> message.subject().equals(subject)).findFirst().orElseThrow();
    }

    private List<WrittenMessage> deadOf(String destination) {
        return Actors.as(county.dispatcher(602), () -> letters.page(Actors.current(), destination, null, 100)).items();
    }

    private long messages() {
        return JdbcClient.create(owner).sql("select count(*) from notify.message").query(Long.class).single();
    }
}
