package org.hejie.shared.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing done or looked at. Holds ids and codes; nothing about a person but what the actor wrote as purpose.
 *
 * <pre>{@code
 * AuditEntry.of(AuditKind.REVEAL, "PARTY_REVEALED").by(actor).on("party", id).because("CALL_BACK", purpose)
 * }</pre>
 *
 * @param kind       which part of the record
 * @param action     stable code, e.g. {@code SIGNED_IN}
 * @param actor      who did it
 * @param result     whether it was done
 * @param objectType what kind of thing it was done to, e.g. {@code matter}; null when to nothing
 * @param objectId   id of that thing
 * @param reason     stable code of the reason given or of the refusal
 * @param purpose    the actor's own words, up to 200 characters
 */
public record AuditEntry(
        AuditKind kind,
        String action,
        AuditActor actor,
        Result result,
        @Nullable String objectType,
        @Nullable Long objectId,
        @Nullable String reason,
        @Nullable String purpose) {

    /** Longest purpose in characters. */
    public static final int PURPOSE_LENGTH = 200;

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern OBJECT_TYPE = Pattern.compile("[a-z][a-z0-9_.-]{1,39}");

    /** Whether it was done. */
    public enum Result {
        /** Done. */
        DONE,
        /** Refused by a rule or for want of a right. */
        REFUSED
    }

    /** Checks codes and lengths. */
    public AuditEntry {
        require(CODE.matcher(action).matches(), "action");
        require(objectType == null || OBJECT_TYPE.matcher(objectType).matches(), "objectType");
        require(reason == null || CODE.matcher(reason).matches(), "reason");
        require(purpose == null || purpose.length() <= PURPOSE_LENGTH, "purpose");
    }

    /** A thing done by nobody known to no object yet; say more with the methods below. */
    public static AuditEntry of(AuditKind kind, String action) {
        return new AuditEntry(kind, action, AuditActor.UNKNOWN, Result.DONE, null, null, null, null);
    }

    /** The same, done by {@code actor}. */
    public AuditEntry by(AuditActor actor) {
        return new AuditEntry(kind, action, actor, result, objectType, objectId, reason, purpose);
    }

    /** The same, done to this object. */
    public AuditEntry on(String objectType, long objectId) {
        return new AuditEntry(kind, action, actor, result, objectType, objectId, reason, purpose);
    }

    /** The same, for this reason and purpose. */
    public AuditEntry because(String reason, @Nullable String purpose) {
        return new AuditEntry(kind, action, actor, result, objectType, objectId, reason, purpose);
    }

    /** The same, but refused. */
    public AuditEntry refused(String reason) {
        return new AuditEntry(kind, action, actor, Result.REFUSED, objectType, objectId, reason, purpose);
    }

    private static void require(boolean right, String component) {
        if (!right) {
            throw new IllegalArgumentException("audit entry: " + component + " is malformed or too long");
        }
    }
}
