package org.hejie.matter.internal;

import java.time.Instant;
import org.hejie.audit.ChainFields;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.jspecify.annotations.Nullable;

/**
 * One line of a matter's history.
 *
 * @param action null for the registration itself, which is no move of a procedure
 * @param at     true time of the act
 * @param data   ids, codes and times as JSON text, hashed as it stands
 */
record EventRow(int seq, Instant at, Instant recordedAt, @Nullable MatterAction action, @Nullable MatterStatus from,
        MatterStatus to, Doer doer, @Nullable String reason, @Nullable String note, @Nullable String data,
        byte[] previous, byte[] hash) {

    static final String REGISTER = "REGISTER";

    String actionName() {
        return action == null ? REGISTER : action.name();
    }

    /** The hashed fields in their order; {@link EventChain} reads them back in the same. */
    static void hashed(ChainFields fields, Instant at, Instant recordedAt, String action, @Nullable String from, String to,
            String actorKind, @Nullable Long actor, @Nullable Long unit, @Nullable Long behalfOf, @Nullable String reason,
            @Nullable String note, @Nullable String data) {
        fields.clear().instant(at).instant(recordedAt).text(action).text(from).text(to).text(actorKind)
                .number(actor).number(unit).number(behalfOf).text(reason).text(note).text(data);
    }
}
