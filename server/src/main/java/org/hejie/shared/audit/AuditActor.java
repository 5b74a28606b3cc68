package org.hejie.shared.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param kind       what kind of actor
 * @param id         staff id, API client's id, or minus the matter's id for a resident; 0 when not known
 * @param onBehalfOf unit in whose name it was done (代录), if not the actor's own
 */
public record AuditActor(Kind kind, long id, @Nullable Long onBehalfOf) {

    /** Nobody known, e.g. a refused sign-in. */
    public static final AuditActor UNKNOWN = new AuditActor(Kind.UNKNOWN, 0, null);

    /** The server itself, e.g. a nightly job. */
    public static final AuditActor SYSTEM = new AuditActor(Kind.SYSTEM, 0, null);

    /** Kinds of actors. */
    public enum Kind {
        /** A member of staff. */
        STAFF,
        /** A line's API client. */
        API_CLIENT,
        /** A resident at the door of one matter. */
        RESIDENT,
        /** The server itself. */
        SYSTEM,
        /** Nobody known. */
        UNKNOWN
    }

    /** A member of staff. */
    public static AuditActor staff(long staffId) {
        return new AuditActor(Kind.STAFF, staffId, null);
    }
}
