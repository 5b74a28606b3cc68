package org.hejie.org.grants;

import java.time.Clock;
import java.util.Optional;
import org.hejie.org.Actor;
import org.hejie.org.GrantOrder;
import org.hejie.org.GrantRequest;
import org.hejie.org.GrantRequest.State;
import org.hejie.org.Grants;
import org.hejie.org.Role;
import org.hejie.org.SignInLimits;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
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

/** Asks who may, writes each step down for the audit, and lets what is approved take effect at once. */
@Service
class KeptGrants implements Grants {

    private static final int LENGTH = 200;

    private final GrantStore store;
    private final GrantEffects effects;
    private final SignInLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final TransactionTemplate trial;

    KeptGrants(GrantStore store, GrantEffects effects, SignInLimits limits, Ids ids, Clock clock, AuditLog audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.effects = effects;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.trial = new TransactionTemplate(transactions);
    }

    @Override
    public long ask(Actor by, GrantOrder order, String reason) {
        by.require(Role.SYSTEM_ADMIN);
        StaffId asker = by.staffId().orElseThrow();
        refuseSelf(by, order);
        String why = reason.strip();
        new Problem.Fields().reject(why.isEmpty(), "reason", "REQUIRED").reject(why.length() > LENGTH, "reason", "LENGTH").done();
        tryOut(order);
        long id = ids.next();
        trial.executeWithoutResult(status -> {
            store.add(id, order, why, asker, clock.instant(), clock.instant().plus(limits.grantRequestSpan()));
            tell(by, "GRANT_ASKED", id, order);
        });
        return id;
    }

    @Override
    @Transactional
    public @Nullable String approve(Actor by, long id, @Nullable String opinion) {
        StaffId approver = decider(by);
        GrantRequest request = open(id);
        refuseSelf(by, request.order());
        if (request.askedBy().equals(approver)) {
            throw refused(by, id);
        }
        String words = opinion == null || opinion.isBlank() ? null : opinion.strip();
        new Problem.Fields().reject(words != null && words.length() > LENGTH, "opinion", "LENGTH").done();
        GrantEffects.Effect effect = effects.of(request.order());
        store.decide(id, approver, true, words);
        if (effect.made() != null) {
            store.made(id, effect.made());
        }
        tell(by, "GRANT_APPROVED", id, request.order());
        return effect.code();
    }

    @Override
    @Transactional
    public void refuse(Actor by, long id, String opinion) {
        StaffId decider = decider(by);
        GrantRequest request = open(id);
        String words = opinion.strip();
        new Problem.Fields().reject(words.isEmpty(), "opinion", "REQUIRED").reject(words.length() > LENGTH, "opinion", "LENGTH").done();
        store.decide(id, decider, false, words);
        tell(by, "GRANT_REFUSED", id, request.order());
    }

    @Override
    @Transactional
    public void withdraw(Actor by, long id) {
        by.require(Role.SYSTEM_ADMIN);
        GrantRequest request = open(id);
        asker(by, request);
        store.withdraw(id);
        tell(by, "GRANT_WITHDRAWN", id, request.order());
    }

    @Override
    @Transactional
    public String take(Actor by, long id) {
        by.require(Role.SYSTEM_ADMIN);
        GrantRequest request = store.hold(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        asker(by, request);
        if (!request.toBeTaken() || !clock.instant().isBefore(request.expiresAt())) {
            throw Problem.of(ProblemType.WRONG_STATE, "NOTHING_TO_TAKE");
        }
        GrantEffects.Taken taken = effects.take(request);
        store.made(id, taken.made());
        store.taken(id);
        tell(by, "GRANT_TAKEN", id, request.order());
        return taken.secret();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<GrantRequest> list(Actor by, @Nullable State state, @Nullable String cursor, int limit) {
        by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
        long before = cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst());
        return Page.of(store.list(state, before, limit + 1), limit, last -> Cursor.encode(last.id()), null);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<GrantRequest> behind(long made) {
        return store.behind(made);
    }

    /** Does it and takes it back, so that what could never be approved is refused while it can still be put right. */
    private void tryOut(GrantOrder order) {
        trial.executeWithoutResult(status -> {
            status.setRollbackOnly();
            effects.of(order);
        });
    }

    private static StaffId decider(Actor by) {
        by.require(Role.SECURITY_ADMIN);
        return by.staffId().orElseThrow();
    }

    private GrantRequest open(long id) {
        GrantRequest request = store.hold(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (request.state() != State.OPEN) {
            throw Problem.of(ProblemType.WRONG_STATE, "REQUEST_DECIDED");
        }
        return request;
    }

    private void asker(Actor by, GrantRequest request) {
        if (by.staffId().filter(request.askedBy()::equals).isEmpty()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    private void refuseSelf(Actor by, GrantOrder order) {
        if (order.beneficiary() != null && by.staffId().filter(order.beneficiary()::equals).isPresent()) {
            throw refused(by, 0);
        }
    }

    private Problem refused(Actor by, long id) {
        AuditEntry entry = AuditEntry.of(AuditKind.ADMINISTRATION, "GRANT_APPROVED").by(by.auditActor());
        audit.recordApart((id == 0 ? entry : entry.on("grant-request", id)).refused("SELF_GRANT"));
        return Problem.of(ProblemType.FORBIDDEN, "SELF_GRANT");
    }

    private void tell(Actor by, String action, long id, GrantOrder order) {
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, action).by(by.auditActor()).on("grant-request", id)
                .because(GrantKind.of(order).name(), null));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
