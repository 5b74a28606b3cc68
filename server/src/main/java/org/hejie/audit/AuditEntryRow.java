package org.hejie.audit;

import java.time.Instant;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the record as the audit administrator reads it.
 *
 * @param id         of the entry
 * @param at         when
 * @param kind       which part of the record
 * @param action     stable code of what was done
 * @param actorKind  what kind of actor
 * @param actorId    who; 0 when not known
 * @param actorName  name shown of a member of staff; null for others
 * @param onBehalfOf unit in whose name
 * @param result     whether it was done
 * @param objectType what it was done to
 * @param objectId   id of that
 * @param reason     stable code of the reason or of the refusal
 * @param purpose    the actor's own words
 * @param address    remote address
 */
public record AuditEntryRow(
        long id,
        Instant at,
        AuditKind kind,
        String action,
        AuditActor.Kind actorKind,
        long actorId,
        @Nullable String actorName,
        @Nullable Long onBehalfOf,
        AuditEntry.Result result,
        @Nullable String objectType,
        @Nullable Long objectId,
        @Nullable String reason,
        @Nullable String purpose,
        @Nullable String address) {}
