package org.hejie.audit.internal;

import java.time.Clock;
import java.util.Optional;
import org.hejie.audit.ExportApprovals;
import org.hejie.audit.ExportRow;
import org.hejie.audit.ExportRow.State;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers and records each file before its first row is written. */
@Service
class ExportDoor implements Exports, ExportApprovals {

    private static final int LENGTH = 200;

    private final ExportStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate apart;

    ExportDoor(ExportStore store, AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** In a transaction of its own: recorded even if the file then breaks off. */
    @Override
    public ExportStamp open(ExportOrder order) {
        Actor actor = Actors.current();
        Optional<String> number = apart.execute(status -> {
            Optional<String> given = order.needsApproval() ? store.takeApproved(order, actor)
                    : Optional.of(store.add(order, actor, true));
            if (given.isPresent()) {
                audit.record(AuditEntry.of(AuditKind.EXPORT, "EXPORTED").by(actor.auditActor())
                        .because(code(order.list()), given.get() + " " + order.rows()));
            } else if (!store.isWanted(order, actor)) {
                store.add(order, actor, false);
                audit.record(AuditEntry.of(AuditKind.EXPORT, "EXPORTED").by(actor.auditActor()).refused("EXPORT_NEEDS_APPROVAL"));
            }
            return given;
        });
        return new ExportStamp(number.orElseThrow(() -> Problem.of(ProblemType.RULE_REFUSED, "EXPORT_NEEDS_APPROVAL")),
                actor.displayName(), clock.instant());
    }

    @Override
    @Transactional
    public void ask(Actor by, long id, String purpose) {
        ExportRow row = store.hold(id, by).filter(ExportRow::mine).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        require(row, State.WANTED);
        String why = purpose.strip();
        new Problem.Fields().reject(why.isEmpty(), "purpose", "REQUIRED").reject(why.length() > LENGTH, "purpose", "LENGTH").done();
        store.ask(id, why);
        tell(by, "EXPORT_ASKED", id);
    }

    @Override
    @Transactional
    public void decide(Actor by, long id, boolean approved, @Nullable String opinion) {
        by.require(Permission.EXPORT_APPROVE);
        ExportRow row = store.hold(id, by).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (row.mine() || by.staffId().filter(staff -> staff.value() == row.wantedBy()).isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "SELF_GRANT");
        }
        require(row, State.ASKED);
        String words = opinion == null || opinion.isBlank() ? null : opinion.strip();
        new Problem.Fields().reject(words != null && words.length() > LENGTH, "opinion", "LENGTH")
                .reject(words == null && !approved, "opinion", "REQUIRED").done();
        store.decide(id, by, approved, words);
        tell(by, approved ? "EXPORT_APPROVED" : "EXPORT_REFUSED", id);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ExportRow> list(Actor by, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst());
        return Page.of(store.list(by, by.may(Permission.AUDIT_READ), by.may(Permission.EXPORT_APPROVE), before, limit + 1), limit,
                last -> Cursor.encode(last.id()), null);
    }

    private static void require(ExportRow row, State state) {
        if (row.state() != state) {
            throw Problem.of(ProblemType.WRONG_STATE, "REQUEST_DECIDED");
        }
    }

    private void tell(Actor by, String action, long id) {
        audit.record(AuditEntry.of(AuditKind.EXPORT, action).by(by.auditActor()).on("export", id));
    }

    private static String code(String list) {
        return list.toUpperCase().replace('-', '_');
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
