package org.hejie.audit.web;

import java.time.OffsetDateTime;
import org.hejie.audit.AuditEntryFilter;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the record; what is left out is not asked for.
 *
 * @param from first moment; @param to first moment no longer
 */
record AuditSearch(@Nullable AuditKind kind, AuditEntry.@Nullable Result result, @Nullable String action,
        AuditActor.@Nullable Kind actorKind, @Nullable Long actorId, @Nullable String objectType, @Nullable Long objectId,
        @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {

    AuditEntryFilter filter() {
        return new AuditEntryFilter(kind, result, action, actorKind, actorId, objectType, objectId,
                from == null ? null : from.toInstant(), to == null ? null : to.toInstant());
    }
}
