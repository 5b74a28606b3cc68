package org.hejie.partner.internal;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hejie.notify.EventHook;
import org.hejie.notify.EventHooks;
import org.hejie.notify.FailedEvent;
import org.hejie.org.Actor;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.partner.CloudEvent;
import org.hejie.partner.NewSubscription;
import org.hejie.partner.Subscription;
import org.hejie.partner.Subscriptions;
import org.hejie.partner.internal.SubscriptionRows.Row;
import org.hejie.referral.NewsFeed;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Subscriptions, each change audited; the address and all of delivery belong to {@link EventHooks}. */
@Service
class KeptSubscriptions implements Subscriptions {

    private static final int MOST_OF_A_PARTNER = 5;

    private final SubscriptionRows rows;
    private final EventHooks hooks;
    private final NewsFeed feed;
    private final CloudEvents events;
    private final Forwarding forwarding;
    private final AsServer server;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    KeptSubscriptions(SubscriptionRows rows, EventHooks hooks, NewsFeed feed, CloudEvents events, Forwarding forwarding, AsServer server,
            AuditLog audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.hooks = hooks;
        this.feed = feed;
        this.events = events;
        this.forwarding = forwarding;
        this.server = server;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Subscription> list(Actor by) {
        requireAdministrator(by);
        List<Row> all = rows.all();
        Map<String, EventHook> standing = hooks.of(all.stream().map(Row::destination).toList());
        return all.stream().flatMap(row -> Stream.ofNullable(standing.get(row.destination())).map(hook -> view(row, hook))).toList();
    }

    private Subscription view(Row row, EventHook hook) {
        return new Subscription(row.id(), row.partner(), hook.address(), row.types(), row.addedAt(), hook.pausedAt(), hook.formerUntil(),
                row.forwardedTo(), feed.last(row.partner()), hook.waiting(), hook.held(), hook.nextTryAt());
    }

    @Override
    @Transactional
    public Added add(Actor by, NewSubscription asked) {
        requireAdministrator(by);
        if (rows.all().stream().filter(row -> row.partner() == asked.partner()).count() >= MOST_OF_A_PARTNER) {
            throw Problem.of(ProblemType.RULE_REFUSED, "PARTNER_TOO_MANY");
        }
        long done = asked.history() ? 0 : feed.last(asked.partner());
        var row = new Row(ids.next(), asked.partner(), asked.types(), done, clock.instant());
        rows.add(row, by.staffId().map(StaffId::value).orElse(null));
        String secret = hooks.open(by, row.destination(), asked.address());
        audited(by, "SUBSCRIPTION_ADDED", row.id());
        forwarding.afterCommit();
        return new Added(row.id(), secret);
    }

    @Override
    @Transactional
    public void change(Actor by, long id, URI address, Set<NewsType> types) {
        Row row = require(by, id);
        NewSubscription.requireTypes(types);
        rows.tell(id, types);
        EventHook hook = hooks.of(List.of(row.destination())).get(row.destination());
        if (hook != null && !Objects.equals(hook.address(), address)) {
            hooks.move(by, row.destination(), address);
        }
        audited(by, "SUBSCRIPTION_CHANGED", id);
    }

    @Override
    @Transactional
    public String rotateSecret(Actor by, long id) {
        String secret = hooks.rotate(by, require(by, id).destination());
        audited(by, "SUBSCRIPTION_ROTATED", id);
        return secret;
    }

    @Override
    @Transactional
    public void pause(Actor by, long id) {
        hooks.pause(by, require(by, id).destination());
        audited(by, "SUBSCRIPTION_PAUSED", id);
    }

    @Override
    @Transactional
    public void resume(Actor by, long id) {
        hooks.resume(by, require(by, id).destination());
        audited(by, "SUBSCRIPTION_RESUMED", id);
        forwarding.afterCommit();
    }

    /** Begun as the server: what waits is hidden from an administrator. */
    @Override
    public void end(Actor by, long id) {
        Row row = require(by, id);
        server.run(county -> {
            hooks.end(by, row.destination());
            rows.end(id, clock.instant());
            audited(by, "SUBSCRIPTION_ENDED", id);
            return row;
        });
    }

    /** No transaction is open while the receiver is waited for. */
    @Override
    public Optional<String> test(Actor by, long id) {
        Row row = require(by, id);
        CloudEvent event = events.test(row.partner(), clock.instant());
        return hooks.test(by, row.destination(), event.id(), events.written(event));
    }

    @Override
    public List<FailedEvent> failures(Actor by, long id) {
        return hooks.failures(by, require(by, id).destination());
    }

    @Override
    public int resend(Actor by, long id) {
        return hooks.resend(by, require(by, id).destination());
    }

    @Override
    public void setAside(Actor by, long id, long message, @Nullable String reason) {
        hooks.setAside(by, require(by, id).destination(), message, reason);
    }

    @Override
    @Transactional
    public void replay(Actor by, long id, long from) {
        Row row = require(by, id);
        new Problem.Fields().reject(from < 1 || from > row.forwardedTo() + 1, "from", "RANGE").done();
        rows.forwarded(id, from - 1);
        audited(by, "SUBSCRIPTION_REPLAYED", id);
        forwarding.afterCommit();
    }

    private Row require(Actor by, long id) {
        requireAdministrator(by);
        return rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static void requireAdministrator(Actor by) {
        by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    }

    private void audited(Actor by, String action, long id) {
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, action).by(by.auditActor()).on("subscription", id));
    }
}
