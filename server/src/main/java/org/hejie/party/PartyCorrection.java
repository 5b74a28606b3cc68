package org.hejie.party;

import java.util.Set;
import org.hejie.shared.audit.AuditActor;
import org.jspecify.annotations.Nullable;

/**
 * A correction of some of a party's fields; absent ones stay as they are.
 *
 * @param party            whom
 * @param expectedRevision the revision the correction was made on
 * @param name             new name
 * @param document         new document
 * @param overrideReason   why the new document is taken although its check fails
 * @param phone            new phone
 * @param address          new address
 * @param cleared          fields to empty
 * @param actor            who corrects
 * @param reason           why, 1 to 200 characters
 */
public record PartyCorrection(
        PartyId party,
        int expectedRevision,
        @Nullable PartyName name,
        @Nullable IdentityDocument document,
        @Nullable String overrideReason,
        @Nullable PhoneNumber phone,
        @Nullable String address,
        Set<Clearable> cleared,
        AuditActor actor,
        String reason) {

    /** Fields that may be emptied. */
    public enum Clearable {
        /** The document with its number. */
        DOCUMENT,
        /** The phone. */
        PHONE,
        /** The address. */
        ADDRESS,
        /** The notes. */
        NOTES
    }

    /** Brings the reason to one line. */
    public PartyCorrection {
        reason = Typed.words(reason, NewParty.REASON_LENGTH);
        cleared = Set.copyOf(cleared);
    }

    /** What {@code now} becomes. */
    public NewParty appliedTo(NewParty now) {
        return new NewParty(now.kind(),
                name != null ? name : now.name(),
                cleared.contains(Clearable.DOCUMENT) ? null : document != null ? document : now.document(),
                cleared.contains(Clearable.DOCUMENT) ? null : document != null ? overrideReason : now.overrideReason(),
                cleared.contains(Clearable.PHONE) ? null : phone != null ? phone : now.phone(),
                cleared.contains(Clearable.ADDRESS) ? null : address != null ? address : now.address(),
                cleared.contains(Clearable.NOTES) ? null : now.notes(),
                now.sex(),
                now.birthYear(),
                now.protections());
    }

    @Override
    public String toString() {
        return "PartyCorrection[" + party + ", revision " + expectedRevision + "]";
    }
}
