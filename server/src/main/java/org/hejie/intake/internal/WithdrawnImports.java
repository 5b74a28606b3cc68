package org.hejie.intake.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportUndo;
import org.hejie.intake.internal.UndoRows.Head;
import org.hejie.intake.internal.UndoRows.KeptRow;
import org.hejie.intake.internal.UndoRows.Open;
import org.hejie.matter.Act;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.Matters.Standing;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Withdraws the rows of an import one by one, each in a transaction of its own: a refusal of one matter keeps that row and
 * no other. What a stopped server left open is found open again.
 */
@Service
class WithdrawnImports implements ImportUndo {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawnImports.class);
    private static final int AT_ONCE = 50;
    private static final int SHOWN = 200;
    private static final int LONGEST_REASON = 500;
    private static final Duration BELIEVED = Duration.ofSeconds(60);

    private final UndoRows rows;
    private final ImportRows imports;
    private final Matters matters;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final String worker = UUID.randomUUID().toString();

    WithdrawnImports(UndoRows rows, ImportRows imports, Matters matters, AuditLog audit, Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.imports = imports;
        this.matters = matters;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void undo(ImportId id, String reason) {
        Actor actor = Actors.current();
        String why = reason.strip();
        new Problem.Fields().reject(why.isEmpty(), "reason", "REQUIRED").reject(why.length() > LONGEST_REASON, "reason", "LENGTH").done();
        String said = transaction.execute(status -> {
            imports.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
            if (!rows.begin(id, why, actor.id(), worker, clock.instant(), BELIEVED)) {
                throw Problem.of(ProblemType.WRONG_STATE, "IMPORT_NOT_UNDOABLE");
            }
            audit.record(AuditEntry.of(AuditKind.CHANGE, "IMPORT_UNDONE").by(actor.auditActor()).on("import", id.value()));
            return rows.head(id).reason();
        });
        Thread.ofVirtual().name("undo-" + id.value()).start(() -> Actors.run(actor, () -> toTheEnd(id, said)));
    }

    private void toTheEnd(ImportId id, String reason) {
        try {
            List<Open> open = some(id);
            while (!open.isEmpty()) {
                Map<MatterId, Integer> untouched = matters.untouched(open.stream().map(Open::matter).toList());
                open.forEach(row -> settle(id, row, untouched.get(row.matter()), reason));
                open = some(id);
            }
            transaction.executeWithoutResult(status -> rows.end(id, worker, clock.instant()));
        } catch (RuntimeException failure) {
            LOG.warn("Undo of import {} stopped: {}", id.value(), failure.getClass().getName());
        }
    }

    /** The next rows; none when another worker has it now. */
    private List<Open> some(ImportId id) {
        return transaction.execute(status -> rows.stay(id, worker, clock.instant().plus(BELIEVED)) ? rows.open(id, AT_ONCE) : List.of());
    }

    /** @param version of the matter when nobody has acted on it; null when somebody has */
    private void settle(ImportId id, Open row, @Nullable Integer version, String reason) {
        Why why = version == null ? because(row) : withdraw(id, row, version, reason);
        if (why != null) {
            transaction.executeWithoutResult(status -> rows.kept(id, row, why));
        }
    }

    /** @return why it stays; null when it is withdrawn */
    private @Nullable Why withdraw(ImportId id, Open row, int version, String reason) {
        try {
            transaction.executeWithoutResult(status -> {
                matters.act(row.matter(), version, new Act.Withdraw(reason));
                rows.withdrawn(id, row);
            });
            return null;
        } catch (Problem refused) {
            return switch (refused.type()) {
                case STALE -> because(row);
                case NOT_FOUND -> Why.NOT_IN_SCOPE;
                default -> Why.NOT_ALLOWED;
            };
        }
    }

    private Why because(Open row) {
        Optional<MatterStatus> status = matters.standing(row.matter()).map(Standing::status);
        if (status.isEmpty()) {
            return Why.NOT_IN_SCOPE;
        }
        if (status.get() == MatterStatus.MERGED || !matters.mergedInto(row.matter()).isEmpty()) {
            return Why.MERGED;
        }
        return status.get() == MatterStatus.WITHDRAWN ? Why.WITHDRAWN_BEFORE : Why.ACTED_ON;
    }

    @Override
    @Transactional(readOnly = true)
    public View view(ImportId id) {
        ImportRow row = imports.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        Head head = rows.head(id);
        return new View(row.view(List.of()).state(), head.reason(), head.at(), head.withdrawn(), rows.countKept(id),
                rows.kept(id, SHOWN).stream().map(this::kept).toList());
    }

    private Kept kept(KeptRow row) {
        Optional<Standing> now = row.matter() == null ? Optional.empty() : matters.standing(new MatterId(row.matter()));
        return new Kept(row.row(), now.map(standing -> standing.id().value()).orElse(null),
                now.map(standing -> standing.code().value()).orElse(null), now.map(Standing::status).orElse(null), row.why());
    }
}
