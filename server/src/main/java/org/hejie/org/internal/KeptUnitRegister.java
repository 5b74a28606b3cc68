package org.hejie.org.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hejie.calendar.ScheduleId;
import org.hejie.org.Actor;
import org.hejie.org.GrantOrder;
import org.hejie.org.NewUnit;
import org.hejie.org.Permission;
import org.hejie.org.StaffId;
import org.hejie.org.Unit;
import org.hejie.org.UnitId;
import org.hejie.org.UnitRegister;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.database.AfterCommit;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a unit and has the memory follow once it is committed. */
@Service
class KeptUnitRegister implements UnitRegister {

    private static final int NAME_LENGTH = 60;

    private final UnitStore store;
    private final Successions successions;
    private final CurrentUnits units;
    private final Ids ids;
    private final Clock clock;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    KeptUnitRegister(UnitStore store, Successions successions, CurrentUnits units, Ids ids, Clock clock, AuditLog audit, TransactionTemplate transaction) {
        this.store = store;
        this.successions = successions;
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

    @Override
    public void rename(Actor by, UnitId unit, String name, @Nullable String nameEn, @Nullable LocalDate from) {
        by.require(Permission.ORG_ADMIN);
        Unit known = units.get(unit);
        LocalDate today = Times.dateOf(clock.instant());
        LocalDate since = from == null ? today : from;
        String chinese = name.strip();
        String english = nameEn == null || nameEn.isBlank() ? null : nameEn.strip();
        new Problem.Fields()
                .reject(chinese.isEmpty(), "name", "REQUIRED")
                .reject(chinese.length() > NAME_LENGTH, "name", "LENGTH")
                .reject(english != null && english.length() > 2 * NAME_LENGTH, "nameEn", "LENGTH")
                .reject(since.isBefore(today) || since.isBefore(known.from()), "from", "PAST")
                .done();
        transaction.executeWithoutResult(status -> {
            store.rename(unit.value(), new UnitStore.UnitNames(chinese, english), since,
                    by.staffId().map(StaffId::value).orElse(null), clock.instant());
            audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "UNIT_RENAMED").by(by.auditActor()).on("unit", unit.value()));
        });
        units.reload();
    }

    @Override
    public void succeed(Actor by, GrantOrder.SucceedUnits order) {
        if (by.kind() != Actor.Kind.SYSTEM) {
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
        transaction.executeWithoutResult(status -> {
            successions.make(order);
            AfterCommit.run(units::reload);
        });
    }
}
