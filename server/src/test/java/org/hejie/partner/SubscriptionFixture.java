package org.hejie.partner;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
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
import org.hejie.partner.Subscriptions.Added;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner's own system that listens, news it is told of, and an administrator who gives its address. */
abstract class SubscriptionFixture {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Set<NewsType> ALL = EnumSet.allOf(NewsType.class);

    @Autowired Subscriptions subscriptions;
    @Autowired Units units;
    @Autowired TestStaff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired @FlywayDataSource DataSource owner;
    EventReceiver receiver;
    ToldPartners told;
    Actor administrator;

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

    Added subscribed(PartnerSystem partner, Set<NewsType> types) {
        return as(() -> subscriptions.add(administrator, new NewSubscription(partner, receiver.address(), types, false)));
    }

    Subscription one(long id) {
        return as(() -> subscriptions.list(administrator)).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    FailedEvent dead(long id) {
        await().atMost(PATIENCE).until(() -> as(() -> subscriptions.failures(administrator, id)).stream()
                .anyMatch(failure -> failure.state() == MessageState.DEAD));
        return as(() -> subscriptions.failures(administrator, id)).getFirst();
    }

    static List<String> ids(String partner, List<Long> numbers) {
        return numbers.stream().map(number -> partner + "-" + number).toList();
    }

    <T> T as(Supplier<T> work) {
        return Actors.as(administrator, work::get);
    }

    void run(Runnable work) {
        Actors.run(administrator, work::run);
    }
}
