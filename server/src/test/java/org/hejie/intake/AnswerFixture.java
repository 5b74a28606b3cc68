package org.hejie.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hejie.intake.Answers.NewSettings;
import org.hejie.matter.Act;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.Registered;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.testing.County;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A line's own system that listens, and an administrator who gives its address. */
abstract class AnswerFixture {

    static final String TOWN = "620123109";
    static final Set<MatterStatus> TOLD = EnumSet.of(MatterStatus.ASSIGNED, MatterStatus.CLOSED, MatterStatus.REOPENED);
    static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired Answers answers;
    @Autowired Outbox outbox;
    @Autowired Matters matters;
    @Autowired County county;
    @Autowired Units units;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired PlatformTransactionManager transactions;
    AnswerReceiver receiver;
    TestPerson administrator;

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

    /** The secret. */
    String answeredTo(SourceLine line) {
        return Actors.as(administrator.actor(),
                () -> answers.change(line, new NewSettings(receiver.address(), TOLD))).orElseThrow();
    }

    Standing closed(SourceLine line, @Nullable String outsideNo) {
        Registered registered = registered(line, outsideNo);
        return close(registered, registered.version());
    }

    Registered registered(SourceLine line, @Nullable String outsideNo) {
        return Actors.as(county.window(601), () -> matters.register(new RegisterMatter(line, outsideNo,
                null, null, "答复", "答复", "0202", null, new Place(null, TOWN, null, null, null), null, null, null, null,
                List.of(), new ProcedureId("dispute"), List.of())));
    }

    Standing close(Registered registered, int version) {
        Standing at = Actors.as(county.dispatcher(602), () -> matters.act(registered.id(), version,
                new Act.Dispatch(county.center(TOWN).id(), List.of(), null, null, null)));
        Standing answered = Actors.as(county.townClerk(603, TOWN), () -> matters.act(registered.id(), at.version(),
                new Act.SubmitResult(ResultKind.EXPLAINED, true, null, "已解释", List.of())));
        return Actors.as(county.dispatcher(602), () -> matters.act(registered.id(), answered.version(), new Act.Check(true, null)));
    }

    void written(String number, int count) {
        Actors.run(county.dispatcher(602), () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> write(number, count)));
    }

    void write(String number, int count) {
        ordered(count).forEach(status -> outbox.add(message("line-12345", number, status)));
    }

    void write(SourceLine line, String number) {
        Actors.run(county.dispatcher(602), () -> new TransactionTemplate(transactions).executeWithoutResult(
                status -> outbox.add(message("line-" + line.slug(), number, "S00"))));
    }

    NewMessage message(String destination, String number, String status) {
        return new NewMessage(destination, number, number,
                "{\"outsideNo\": \"" + number + "\", \"status\": \"" + status + "\"}", List.of(units.county().id().value()));
    }

    static List<String> ordered(int count) {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add("S%02d".formatted(i));
        }
        return statuses;
    }
}
