package org.hejie.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.partner.Subscriptions.Added;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.testing.ImpatientDelivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a partner is told of its news: who says so, what is sent once more, how it ends, and how its secret is kept. */
@HejieTest
@ImpatientDelivery
class SubscriptionsTest extends SubscriptionFixture {

    @Test
    void aPartnerMayHaveWhatHappenedBefore() {
        long last = told.tell(PartnerSystem.PETITION, 3).getLast();

        as(() -> subscriptions.add(administrator, new NewSubscription(PartnerSystem.PETITION, receiver.address(), ALL, true)));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == last);
        assertThat(receiver.ids().getFirst()).isEqualTo("petition-1");
    }

    @Test
    void whatIsSetAsideNeedsAReason() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();

        assertThatThrownBy(() -> run(() -> subscriptions.setAside(administrator, id, 1, " "))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void aReplaySendsTheSameEventsOnceMore() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        List<Long> numbers = told.tell(PartnerSystem.POLICE, 3);
        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 3);

        run(() -> subscriptions.replay(administrator, id, numbers.get(1)));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 5);
        assertThat(receiver.ids().subList(3, 5)).isEqualTo(ids("police", numbers.subList(1, 3)));
        assertThat(receiver.taken().get(3).body()).isEqualTo(receiver.taken().get(1).body());
    }

    @Test
    void aReplayBeginsWhereSomethingWasSent() {
        Subscription one = one(subscribed(PartnerSystem.POLICE, ALL).id());

        for (long from : List.of(0L, one.forwardedTo() + 2)) {
            assertThatThrownBy(() -> run(() -> subscriptions.replay(administrator, one.id(), from))).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.errors()).containsExactly(new FieldError("from", "RANGE")));
        }
    }

    @Test
    void forADayTheNewAndTheFormerSecretSign() {
        Added added = subscribed(PartnerSystem.POLICE, ALL);
        String fresh = as(() -> subscriptions.rotateSecret(administrator, added.id()));

        told.tell(PartnerSystem.POLICE, 1);
        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        told.tell(PartnerSystem.POLICE, 1);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
        assertThat(receiver.taken()).allMatch(taken -> taken.isSignedWith(fresh));
        assertThat(receiver.taken()).extracting(taken -> taken.isSignedWith(added.secret())).containsExactly(true, false);
    }

    @Test
    void aTestCallSaysWhatCameOfIt() {
        Added added = subscribed(PartnerSystem.POLICE, ALL);

        assertThat(as(() -> subscriptions.test(administrator, added.id()))).isEmpty();
        receiver.answering(call -> 500);
        assertThat(as(() -> subscriptions.test(administrator, added.id()))).hasValue("HTTP_500");

        assertThat(receiver.taken()).hasSize(1).allMatch(taken -> taken.isSignedWith(added.secret()));
        assertThat(receiver.taken().getFirst().json().get("type").asString()).isEqualTo("org.hejie.partner.test");
    }

    @Test
    void anotherAddressGetsWhatWaits() throws Exception {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        receiver.answering(call -> 503);
        List<Long> numbers = told.tell(PartnerSystem.POLICE, 2);
        try (EventReceiver other = new EventReceiver()) {
            run(() -> subscriptions.change(administrator, id, other.address(), ALL));

            await().atMost(PATIENCE).until(() -> other.taken().size() == 2);
            assertThat(other.ids()).containsExactlyElementsOf(ids("police", numbers));
            run(() -> subscriptions.end(administrator, id));
        }
    }

    @Test
    void whatWaitsIsSetAsideWithTheEnd() {
        Added added = subscribed(PartnerSystem.POLICE, ALL);
        receiver.answering(call -> 410);
        told.tell(PartnerSystem.POLICE, 3);
        dead(added.id());

        run(() -> subscriptions.end(administrator, added.id()));

        assertThat(JdbcClient.create(owner).sql("select distinct state from notify.message where destination = :name")
                .param("name", "partner-" + added.id()).query(String.class).list()).containsExactly("SET_ASIDE");
        assertThatThrownBy(() -> run(() -> subscriptions.pause(administrator, added.id()))).hasMessage("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/events, INSIDE",
        "https://[::1]/events, INSIDE",
        "https://10.0.0.8/events, INSIDE",
        "https://169.254.169.254/latest/meta-data, INSIDE",
        "http://1.1.1.1/events, SCHEME",
        "https://user:word@1.1.1.1/events, MALFORMED",
        "https://no-such-host.invalid/events, UNKNOWN_HOST"})
    void anAddressThatPointsElsewhereThanOutsideIsRefused(String address, String code) {
        assertThatThrownBy(() -> as(() -> subscriptions.add(administrator,
                new NewSubscription(PartnerSystem.POLICE, URI.create(address), ALL, false)))).isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.errors()).containsExactly(new FieldError("address", code)));
        assertThat(as(() -> subscriptions.list(administrator))).isEmpty();
    }

    @Test
    void onlyAnAdministratorSaysWhereToSend() {
        Actor dispatcher = staff.dispatcher().actor();

        assertThatThrownBy(() -> Actors.as(dispatcher, () -> subscriptions.list(dispatcher))).hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> Actors.as(dispatcher, () -> subscriptions.add(dispatcher,
                new NewSubscription(PartnerSystem.POLICE, receiver.address(), ALL, false)))).hasMessage("FORBIDDEN");
    }

    @Test
    void theSecretIsKeptSealed() {
        Added added = subscribed(PartnerSystem.POLICE, ALL);

        assertThat(JdbcClient.create(owner).sql("select secret from notify.endpoint where name = :name")
                .param("name", "partner-" + added.id()).query(byte[].class).single())
                .isNotEqualTo(added.secret().getBytes(StandardCharsets.UTF_8));
        assertThat(Collections.singleton(added).toString()).doesNotContain(added.secret());
    }
}
