package org.hejie.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hejie.notify.FailedEvent;
import org.hejie.notify.MessageState;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.partner.EventReceiver.Taken;
import org.hejie.partner.Subscriptions.Added;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A partner's own system is told, fails, hangs, refuses and comes back. The properties are those of the lines' test. */
@HejieTest
@TestPropertySource(properties = {"hejie.notify.inside-hosts=localhost", "hejie.notify.first-retry=20ms",
    "hejie.notify.longest-retry=200ms", "hejie.notify.timeout=400ms", "hejie.notify.attempts=8"})
class SubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<NewsType> ALL = EnumSet.allOf(NewsType.class);

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Units units;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private EventReceiver receiver;
    private ToldPartners told;
    private Actor administrator;

    @BeforeEach
    void listen() throws Exception {
        receiver = new EventReceiver();
        administrator = staff.systemAdmin().actor();
        told = new ToldPartners(JdbcClient.create(owner), units, events);
    }

    @AfterEach
    void endAll() {
        clock.reset();
        as(() -> subscriptions.list(administrator)).forEach(one -> run(() -> subscriptions.end(administrator, one.id())));
        receiver.close();
    }

    @Test
    void whatHappensArrivesAsSignedCloudEventsInItsOrder() {
        Added added = subscribed(PartnerSystem.PROSECUTION, ALL);

        List<Long> numbers = told.tell(PartnerSystem.PROSECUTION, 30);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 30);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("prosecution", numbers));
        Taken first = receiver.taken().getFirst();
        assertThat(first.isSignedWith(added.secret())).isTrue();
        assertThat(first.json().get("specversion").asString()).isEqualTo("1.0");
        assertThat(first.json().get("id").asString()).isEqualTo(first.id());
        assertThat(first.json().get("source").asString()).isEqualTo("urn:hejie:620123:prosecution");
        assertThat(first.json().get("type").asString()).isEqualTo("org.hejie.referral.signed");
        assertThat(first.json().get("time").asString()).isEqualTo("2026-11-28T02:00:00Z");
        assertThat(first.json().get("data").get("matterCode").asString()).isEqualTo("YZ20261128-0001");
    }

    @Test
    void aPartnerIsToldOfTheTypesItAskedForAlone() {
        subscribed(PartnerSystem.POLICE, Set.of(NewsType.ANSWERED));

        List<Long> numbers = told.tell(PartnerSystem.POLICE, 6);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", List.of(numbers.get(2), numbers.get(5))));
    }

    @Test
    void aPartnerIsNotToldWhatIsAnothers() {
        subscribed(PartnerSystem.POLICE, ALL);

        told.tell(PartnerSystem.PETITION, 2);
        List<Long> own = told.tell(PartnerSystem.POLICE, 1);

        await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", own));
    }

    @Test
    void aPartnerMayHaveWhatHappenedBefore() {
        long last = told.tell(PartnerSystem.PETITION, 3).getLast();

        as(() -> subscriptions.add(administrator, new NewSubscription(PartnerSystem.PETITION, receiver.address(), ALL, true)));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == last);
        assertThat(receiver.ids().getFirst()).isEqualTo("petition-1");
    }

    @Test
    void whenEveryThirdCallFailsTheOrderStays() {
        subscribed(PartnerSystem.POLICE, ALL);
        receiver.answering(call -> call % 3 == 0 ? 503 : 204);

        List<Long> numbers = told.tell(PartnerSystem.POLICE, 20);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 20);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", numbers));
    }

    @Test
    void aReceiverThatHangsHoldsUpNoOther() throws Exception {
        subscribed(PartnerSystem.POLICE, ALL);
        receiver.answering(call -> 0);
        try (EventReceiver quick = new EventReceiver()) {
            as(() -> subscriptions.add(administrator, new NewSubscription(PartnerSystem.POLICE, quick.address(), ALL, false)));

            List<Long> numbers = told.tell(PartnerSystem.POLICE, 5);

            await().atMost(PATIENCE).until(() -> quick.taken().size() == 5);
            assertThat(quick.ids()).containsExactlyElementsOf(ids("police", numbers));
            assertThat(receiver.taken()).isEmpty();
        }
    }

    @Test
    void whatIsRefusedForGoodIsSeenAndHoldsTheOthersUntilItIsResent() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        receiver.answering(call -> 410);
        List<Long> numbers = told.tell(PartnerSystem.POLICE, 3);
        FailedEvent dead = dead(id);
        assertThat(dead.eventId()).isEqualTo("police-" + numbers.getFirst());
        assertThat(dead.failure()).isEqualTo("HTTP_410");
        assertThat(one(id).held()).isTrue();
        assertThat(one(id).waiting()).isEqualTo(3);
        receiver.answering(call -> 204);

        assertThat(as(() -> subscriptions.resend(administrator, id))).isEqualTo(1);

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 3);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", numbers));
    }

    @Test
    void whatIsSetAsideLetsTheOthersPass() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        receiver.answering(call -> 410);
        List<Long> numbers = told.tell(PartnerSystem.POLICE, 3);
        FailedEvent dead = dead(id);
        receiver.answering(call -> 204);

        run(() -> subscriptions.setAside(administrator, id, dead.id(), "对方已自行更正"));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", numbers.subList(1, 3)));
    }

    @Test
    void whatIsSetAsideNeedsAReason() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();

        assertThatThrownBy(() -> run(() -> subscriptions.setAside(administrator, id, 1, " "))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void whileItRestsNothingIsSentAndNothingIsLost() throws Exception {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        run(() -> subscriptions.pause(administrator, id));
        List<Long> numbers;
        try (EventReceiver awake = new EventReceiver()) {
            as(() -> subscriptions.add(administrator, new NewSubscription(PartnerSystem.POLICE, awake.address(), ALL, false)));
            numbers = told.tell(PartnerSystem.POLICE, 4);
            await().atMost(PATIENCE).until(() -> awake.taken().size() == 4);
        }
        assertThat(receiver.calls()).isZero();
        assertThat(one(id).pausedAt()).isNotNull();
        assertThat(one(id).forwardedTo()).isEqualTo(numbers.getFirst() - 1);

        run(() -> subscriptions.resume(administrator, id));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 4);
        assertThat(receiver.ids()).containsExactlyElementsOf(ids("police", numbers));
    }

    @Test
    void aPauseHoldsWhatWaitsAsWell() {
        long id = subscribed(PartnerSystem.POLICE, ALL).id();
        receiver.answering(call -> 503);
        told.tell(PartnerSystem.POLICE, 2);
        await().atMost(PATIENCE).until(() -> receiver.calls() > 0);

        run(() -> subscriptions.pause(administrator, id));
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> one(id).waiting() == 2 && receiver.taken().isEmpty());
        receiver.answering(call -> 204);
        run(() -> subscriptions.resume(administrator, id));

        await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
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

    private Added subscribed(PartnerSystem partner, Set<NewsType> types) {
        return as(() -> subscriptions.add(administrator, new NewSubscription(partner, receiver.address(), types, false)));
    }

    private Subscription one(long id) {
        return as(() -> subscriptions.list(administrator)).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private FailedEvent dead(long id) {
        await().atMost(PATIENCE).until(() -> as(() -> subscriptions.failures(administrator, id)).stream()
                .anyMatch(failure -> failure.state() == MessageState.DEAD));
        return as(() -> subscriptions.failures(administrator, id)).getFirst();
    }

    private static List<String> ids(String partner, List<Long> numbers) {
        return numbers.stream().map(number -> partner + "-" + number).toList();
    }

    private <T> T as(Supplier<T> work) {
        return Actors.as(administrator, work::get);
    }

    private void run(Runnable work) {
        Actors.run(administrator, work::run);
    }
}
