package org.hejie.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record and its seals, for the audit administrator alone; opening it is recorded as well. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int MAX_LIMIT = 200;
    private static final int MOST_IN_A_FILE = 20_000;
    private static final int SEALS_SHOWN = 30;

    private final AuditRecord entries;
    private final Seals seals;
    private final AuditLog log;
    private final Exports exports;

    AuditController(AuditRecord entries, Seals seals, AuditLog log, Exports exports) {
        this.exports = exports;
        this.entries = entries;
        this.seals = seals;
        this.log = log;
    }

    /** Entries, newest first. */
    @GetMapping("/entries")
    Page<AuditEntryRow> entries(
            @ParameterObject AuditSearch wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actor reader = auditAdministrator();
        new Problem.Fields().reject(limit < 1 || limit > MAX_LIMIT, "limit", "RANGE").done();
        if (cursor == null) {
            log.record(AuditEntry.of(AuditKind.READ, "AUDIT_READ").by(reader.auditActor()));
        }
        return entries.entries(wanted.filter(), cursor, limit);
    }

    /** The same as a file; with more than fifty entries the security administrator approves it first. */
    @GetMapping("/entries.csv")
    ResponseEntity<byte[]> file(@ParameterObject AuditSearch wanted, HttpServletRequest request) {
        auditAdministrator();
        List<AuditEntryRow> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<AuditEntryRow> page = entries.entries(wanted.filter(), cursor, MAX_LIMIT);
            found.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST_IN_A_FILE);
        String query = request.getQueryString();
        ExportStamp stamp = exports.open(new ExportOrder("audit-entries", "/audit/entries.csv" + (query == null ? "" : "?" + query),
                found.size(), found.size()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("audit-" + stamp.number() + ".csv").build().toString())
                .body(AuditFile.of(found, stamp).getBytes(StandardCharsets.UTF_8));
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
