package org.hejie.org.internal;

import java.time.Clock;
import java.util.List;
import org.hejie.calendar.ScheduleId;
import org.hejie.org.Actor;
import org.hejie.org.NewUnit;
import org.hejie.org.Permission;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitRegister;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a unit and has the memory follow once it is committed. */
@Service
class KeptUnitRegister implements UnitRegister {

    private final UnitStore store;
    private final CurrentUnits units;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KeptUnitRegister(UnitStore store, CurrentUnits units, Ids ids, Clock clock, AuditLog audit, TransactionTemplate transaction) {
        this.store = store;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public UnitId add(Actor by, NewUnit unit) {
        by.require(Permission.ORG_ADMIN);
        Unit parent = unit.parent() == null ? units.county()
                : units.find(unit.parent()).orElseThrow(() -> Problem.field("parent", "UNKNOWN"));
        long id = ids.next();
        var row = new UnitRow(id, unit.code(), unit.name(), unit.nameEn(), unit.kind(), parent.id().value(),
                ScheduleId.COUNTY.value(), null, Times.dateOf(clock.instant()), null);
        try {
            transaction.executeWithoutResult(status -> {
                store.add(List.of(row));
                audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "UNIT_ADDED").by(by.auditActor()).on("unit", id));
            });
        } catch (DuplicateKeyException e) {
            throw Problem.of(ProblemType.ALREADY_EXISTS, "UNIT_CODE");
        }
        units.reload();
        return new UnitId(id);
    }
}
