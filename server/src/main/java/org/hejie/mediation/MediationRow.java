package org.hejie.mediation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mediation in a list. @param nextOn the next session or obligation, else the day it is due */
public record MediationRow(long id, long matterId, String matterCode, String matterTitle, MediationCase.State state,
        @Nullable String mediator, LocalDate dueOn, LocalDate nextOn, @Nullable Instant nextSession, int consents, int parties) {
}
