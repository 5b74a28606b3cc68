package org.hejie.mediation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mediation in a list. @param nextOn the next session, obligation or, while it is open, the day it is due; null when nothing is waited for */
public record MediationRow(long id, long matterId, String matterCode, String matterTitle, MediationCase.State state,
        @Nullable String mediator, LocalDate dueOn, @Nullable LocalDate nextOn, @Nullable Instant nextSession, int consents, int parties) {
}
