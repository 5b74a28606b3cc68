package org.hejie.notify.internal;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.hejie.notify.EventHook;
import org.hejie.notify.EventHooks;
import org.hejie.notify.FailedEvent;
import org.hejie.notify.internal.EventHookRows.Hook;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Addresses for events, each change audited. Administrators hold no key, so what touches messages runs as the server. */
@Service
class KeptEventHooks implements EventHooks {

    private static final int SECRET_BYTES = 32;
    private static final Duration BOTH_SECRETS = Duration.ofDays(1);
    private static final int MOST_FAILURES = 20;

    private final EventHookRows rows;
    private final MessageRows messages;
    private final KeptEndpoints endpoints;
    private final OutsideNetwork network;
    private final Delivery delivery;
    private final Units units;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    KeptEventHooks(EventHookRows rows, MessageRows messages, KeptEndpoints endpoints, OutsideNetwork network, Delivery delivery,
            Units units, AuditLog audit, Ids ids, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.messages = messages;
        this.endpoints = endpoints;
        this.network = network;
        this.delivery = delivery;
        this.units = units;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String open(Actor by, String name, URI address) {
        String secret = freshSecret();
        check(by, address);
        put(by, new Hook(name, address.toString(), secret, null, null, null), "ENDPOINT_SET");
        return secret;
    }

    @Override
    public void move(Actor by, String name, URI address) {
        check(by, address);
        change(by, name, "ENDPOINT_SET", hook -> hook.at(address));
        delivery.wake(name);
    }

    @Override
    public String rotate(Actor by, String name) {
        String secret = freshSecret();
        change(by, name, "ENDPOINT_SECRET_ROTATED", hook -> hook.rotated(secret, clock.instant().plus(BOTH_SECRETS)));
        return secret;
    }

    @Override
    public void pause(Actor by, String name) {
        act(by, name, "ENDPOINT_PAUSED", () -> rows.pause(name, clock.instant()));
    }

    @Override
    public void resume(Actor by, String name) {
        act(by, name, "ENDPOINT_RESUMED", () -> rows.pause(name, null));
        delivery.wake(name);
    }

    @Override
    public void end(Actor by, String name) {
        act(by, name, "ENDPOINT_ENDED", () -> {
            rows.end(name, clock.instant());
            rows.setAllAside(name);
        });
    }

    @Override
    public Optional<String> test(Actor by, String name, String eventId, String content) {
        act(by, name, "ENDPOINT_TRIED", () -> { });
        Channel channel = endpoints.channel(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        return switch (channel.send(new Outgoing(0, name, eventId, content, 0, null))) {
            case Delivered taken -> Optional.empty();
            case Failed failed -> Optional.of(failed.code());
        };
    }

    @Override
    public Map<String, EventHook> of(List<String> names) {
        return rows.standing(names, clock.instant());
    }

    @Override
    public List<FailedEvent> failures(Actor by, String name) {
        return asServer(by, () -> {
            require(name);
            return rows.failures(name, MOST_FAILURES);
        });
    }

    @Override
    public int resend(Actor by, String name) {
        int resent = asServer(by, () -> {
            require(name);
            audited(by, "MESSAGES_RESENT");
            return messages.resendAll(name, clock.instant());
        });
        delivery.wake(name);
        return resent;
    }

    @Override
    public void setAside(Actor by, String name, long id, @Nullable String reason) {
        KeptDeadLetters.requireReason(reason);
        asServer(by, () -> {
            messages.find(id).filter(message -> message.destination().equals(name)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            if (!messages.setAside(id, clock.instant())) {
                throw Problem.of(ProblemType.WRONG_STATE);
            }
            audit.record(KeptDeadLetters.setAsideEntry(by, id, reason));
            return true;
        });
        delivery.wake(name);
    }

    private void check(Actor by, URI address) {
        requireAdministrator(by);
        if (address.toString().length() > KeptEndpoints.LONGEST) {
            throw Problem.field("address", "LENGTH");
        }
        network.check(address, "address");
    }

    private void change(Actor by, String name, String action, UnaryOperator<Hook> change) {
        requireAdministrator(by);
        transaction.executeWithoutResult(status -> put(by, change.apply(require(name)), action));
    }

    private void put(Actor by, Hook hook, String action) {
        transaction.executeWithoutResult(status -> {
            Instant now = clock.instant();
            rows.end(hook.name(), now);
            rows.add(ids.next(), hook, by.staffId().map(StaffId::value).orElse(null), now);
            audited(by, action);
        });
    }

    private void act(Actor by, String name, String action, Runnable act) {
        asServer(by, () -> {
            require(name);
            act.run();
            audited(by, action);
            return true;
        });
    }

    private <T> T asServer(Actor by, Supplier<T> work) {
        requireAdministrator(by);
        Actor server = Actor.system("notify", List.of(units.county().id().value()));
        return Actors.as(server, () -> transaction.execute(status -> work.get()));
    }

    private Hook require(String name) {
        return rows.find(name).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private static void requireAdministrator(Actor by) {
        by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
    }

    private void audited(Actor by, String action) {
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, action).by(by.auditActor()));
    }

    private String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return EventWebhook.SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
