package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.intake.Answers.NewSettings;
import org.hejie.intake.Answers.Told;
import org.hejie.matter.Matters.Standing;
import org.hejie.matter.Registered;
import org.hejie.matter.SourceLine;
import org.hejie.matter.link.LinkKind;
import org.hejie.matter.link.MatterLinks;
import org.hejie.matter.link.NewLink;
import org.hejie.notify.MessageState;
import org.hejie.org.Actors;
import org.hejie.shared.Times;
import org.hejie.testing.HejieTest;
import org.hejie.testing.ImpatientDelivery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a matter is told to the line it came from, or kept for it to fetch. */
@HejieTest
@ImpatientDelivery
class AnswersTest extends AnswerFixture {

    @Autowired MatterLinks links;
    @Autowired @FlywayDataSource DataSource owner;

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

    private long messages() {
        return JdbcClient.create(owner).sql("select count(*) from notify.message").query(Long.class).single();
    }
}
