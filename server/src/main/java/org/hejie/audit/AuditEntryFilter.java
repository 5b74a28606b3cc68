package org.hejie.audit;

import java.time.Instant;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means all.
 *
 * @param kind       part of the record
 * @param result     done or refused
 * @param action     stable code of what was done
 * @param actorKind  what kind of actor
 * @param actorId    who
 * @param objectType what it was done to
 * @param objectId   id of that
 * @param from       first instant
 * @param to         first instant not wanted any more
 */
public record AuditEntryFilter(
        @Nullable AuditKind kind,
        AuditEntry.@Nullable Result result,
        @Nullable String action,
        AuditActor.@Nullable Kind actorKind,
        @Nullable Long actorId,
        @Nullable String objectType,
        @Nullable Long objectId,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Whatever was done, by whatever kind of actor. */
    public AuditEntryFilter(@Nullable AuditKind kind, AuditEntry.@Nullable Result result, @Nullable Long actorId,
            @Nullable String objectType, @Nullable Long objectId, @Nullable Instant from, @Nullable Instant to) {
        this(kind, result, null, null, actorId, objectType, objectId, from, to);
    }
}
