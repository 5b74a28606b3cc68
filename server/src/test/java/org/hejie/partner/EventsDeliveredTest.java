package org.hejie.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hejie.notify.FailedEvent;
import org.hejie.partner.EventReceiver.Taken;
import org.hejie.partner.Subscriptions.Added;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.testing.HejieTest;
import org.hejie.testing.ImpatientDelivery;
import org.junit.jupiter.api.Test;

/** A partner's own system is told, fails, hangs, rests, refuses and comes back; nothing is lost and the order stays. */
@HejieTest
@ImpatientDelivery
class EventsDeliveredTest extends SubscriptionFixture {

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
}
