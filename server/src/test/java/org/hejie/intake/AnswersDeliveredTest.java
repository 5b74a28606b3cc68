package org.hejie.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hejie.intake.AnswerReceiver.Taken;
import org.hejie.matter.SourceLine;
import org.hejie.notify.DeadLetters;
import org.hejie.notify.WrittenMessage;
import org.hejie.org.Actors;
import org.hejie.testing.HejieTest;
import org.hejie.testing.ImpatientDelivery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A line's own system fails, hangs, refuses and comes back; what it is told stays whole, signed and in order. */
@HejieTest
@ImpatientDelivery
class AnswersDeliveredTest extends AnswerFixture {

    @Autowired DeadLetters letters;

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

    private WrittenMessage dead(String subject) {
        await().atMost(PATIENCE).until(() -> deadOf("line-12345").stream().anyMatch(message -> message.subject().equals(subject)));
        return deadOf("line-12345").stream().filter(message -> message.subject().equals(subject)).findFirst().orElseThrow();
    }

    private List<WrittenMessage> deadOf(String destination) {
        return Actors.as(county.dispatcher(602), () -> letters.page(Actors.current(), destination, null, 100)).items();
    }
}
