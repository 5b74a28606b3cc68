package org.hejie.matter.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step: from a dispatch until the unit has answered, given back or lost the matter. */
final class StepRun {

    /** How a step ended. */
    enum Outcome { ANSWERED, RETURNED, TRANSFERRED, ESCALATED, ENDED }

    final int seq;
    final long leadUnit;
    final List<Long> coUnits;
    final Instant dispatchedAt;
    final @Nullable Long dispatchedBy;
    @Nullable Instant signedAt;
    @Nullable Long signedBy;
    boolean autoSigned;
    @Nullable Instant endedAt;
    @Nullable Outcome outcome;
    boolean fresh = true;
    boolean changed;

    StepRun(int seq, long leadUnit, List<Long> coUnits, Instant dispatchedAt, @Nullable Long dispatchedBy) {
        this.seq = seq;
        this.leadUnit = leadUnit;
        this.coUnits = List.copyOf(coUnits);
        this.dispatchedAt = dispatchedAt;
        this.dispatchedBy = dispatchedBy;
    }

    /** The same step as it stands in the database once it is saved. */
    StepRun asSaved() {
        var saved = new StepRun(seq, leadUnit, coUnits, dispatchedAt, dispatchedBy);
        saved.signedAt = signedAt;
        saved.signedBy = signedBy;
        saved.autoSigned = autoSigned;
        saved.endedAt = endedAt;
        saved.outcome = outcome;
        saved.fresh = false;
        return saved;
    }

    void sign(Instant at, @Nullable Long by, boolean auto) {
        signedAt = at;
        signedBy = by;
        autoSigned = auto;
        changed = true;
    }

    void end(Instant at, Outcome how) {
        endedAt = at;
        outcome = how;
        changed = true;
    }
}
