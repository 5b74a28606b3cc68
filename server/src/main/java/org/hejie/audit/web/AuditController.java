package org.hejie.audit.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.audit.AuditEntryRow;
import org.hejie.audit.AuditRecord;
import org.hejie.audit.Seal;
import org.hejie.audit.Seals;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record and its seals, for the audit administrator alone; opening it is recorded as well. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int MAX_LIMIT = 200;
    private static final int SEALS_SHOWN = 30;

    private final AuditRecord entries;
    private final Seals seals;
    private final AuditLog log;

    AuditController(AuditRecord entries, Seals seals, AuditLog log) {
        this.entries = entries;
        this.seals = seals;
        this.log = log;
    }

    /** Entries, newest first. */
    @GetMapping("/entries")
    Page<AuditEntryRow> entries(
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) AuditEntry.@Nullable Result result,
            @RequestParam(required = false) @Nullable Long actorId,
            @RequestParam(required = false) @Nullable String objectType,
            @RequestParam(required = false) @Nullable Long objectId,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actor reader = auditAdministrator();
        new Problem.Fields().reject(limit < 1 || limit > MAX_LIMIT, "limit", "RANGE").done();
        if (cursor == null) {
            log.record(AuditEntry.of(AuditKind.READ, "AUDIT_READ").by(reader.auditActor()));
        }
        return entries.entries(new AuditEntryFilter(kind, result, actorId, objectType, objectId,
                from == null ? null : from.toInstant(), to == null ? null : to.toInstant()), cursor, limit);
    }

    /** The newest seals, to be noted outside the system. */
    @GetMapping("/seals")
    Page<Seal> seals() {
        auditAdministrator();
        List<Seal> newest = seals.newest(SEALS_SHOWN);
        return new Page<>(newest, null, null);
    }

    private static Actor auditAdministrator() {
        Actor actor = Actors.current();
        actor.require(Permission.AUDIT_READ);
        return actor;
    }
}
