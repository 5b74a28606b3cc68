package org.hejie.notify.internal;

import java.time.Clock;
import java.util.List;
import org.hejie.notify.DeadLetters;
import org.hejie.notify.DestinationRow;
import org.hejie.notify.MessageState;
import org.hejie.notify.WrittenMessage;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters, each act on them audited; delivery is woken once the act is committed. */
@Service
class KeptDeadLetters implements DeadLetters {

    private final MessageRows rows;
    private final LaneRows lanes;
    private final Delivery delivery;
    private final AuditLog audit;
    private final Units units;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptDeadLetters(MessageRows rows, LaneRows lanes, Delivery delivery, AuditLog audit, Units units, Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lanes = lanes;
        this.delivery = delivery;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<WrittenMessage> page(Actor by, @Nullable String destination, @Nullable String cursor, int limit) {
        by.require(Permission.MATTER_READ);
        long below = cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst());
        return Page.of(rows.in(MessageState.DEAD, destination, below, limit + 1), limit, last -> Cursor.encode(last.id()), null);
    }

    @Override
    public void resend(Actor by, long id) {
        deal(by, id, () -> rows.resend(id, clock.instant()),
                AuditEntry.of(AuditKind.CHANGE, "MESSAGE_RESENT").by(by.auditActor()).on("message", id));
    }

    @Override
    public void setAside(Actor by, long id, @Nullable String reason) {
        requireReason(reason);
        deal(by, id, () -> rows.setAside(id, clock.instant()), setAsideEntry(by, id, reason));
    }

    static void requireReason(@Nullable String reason) {
        new Problem.Fields()
                .reject(reason == null || reason.isBlank(), "reason", "REQUIRED")
                .reject(reason != null && reason.length() > AuditEntry.PURPOSE_LENGTH, "reason", "LENGTH")
                .done();
    }

    /** What the audit says of it. */
    static AuditEntry setAsideEntry(Actor by, long id, @Nullable String reason) {
        return AuditEntry.of(AuditKind.CHANGE, "MESSAGE_SET_ASIDE").by(by.auditActor()).on("message", id).because("SET_ASIDE", reason);
    }

    private interface Deed {
        boolean done();
    }

    private void deal(Actor by, long id, Deed deed, AuditEntry entry) {
        by.require(Role.DISPATCHER, Role.CENTER_DIRECTOR);
        String destination = transaction.execute(status -> {
            WrittenMessage message = rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            if (!deed.done()) {
                throw Problem.of(ProblemType.WRONG_STATE);
            }
            audit.record(entry);
            return message.destination();
        });
        delivery.wake(destination);
    }

    @Override
    public List<DestinationRow> destinations(Actor by) {
        by.require(Role.SYSTEM_ADMIN, Role.DISPATCHER, Role.CENTER_DIRECTOR);
        return lanes.destinations();
    }

    @Override
    public int resendAll(Actor by, String destination) {
        by.require(Role.SYSTEM_ADMIN, Role.DISPATCHER, Role.CENTER_DIRECTOR);
        Actor system = Actor.system("notify", List.of(units.county().id().value()));
        int resent = Actors.as(system, () -> transaction.execute(status -> {
            int count = rows.resendAll(destination, clock.instant());
            audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "MESSAGES_RESENT").by(by.auditActor()));
            return count;
        }));
        delivery.wake(destination);
        return resent;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
