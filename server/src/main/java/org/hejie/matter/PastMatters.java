package org.hejie.matter;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actor;

/**
 * Writes matters together with the history they already have, as old ledgers and the demo county bring them. Every
 * act goes through the same procedure, guards and clocks as one done now; a batch is one transaction.
 */
public interface PastMatters {

    /**
     * Writes the batch.
     *
     * @throws org.hejie.shared.web.Problem if an act is not allowed where it stands; nothing of the batch is kept then
     */
    List<Written> write(List<PastMatter> batch);

    /**
     * A matter that was written.
     *
     * @param moves what was done to it, in order, the registration apart
     */
    record Written(Registered registered, ProcedureId procedure, int procedureVersion, List<Moved> moves) {
    }

    /** One move, also one that another implied. */
    record Moved(MatterAction action, Instant at) {
    }

    /**
     * @param registration   without a back-entry time: it was entered when it was reported
     * @param registeredAt   when
     * @param registeredBy   by whom
     * @param acts           in the order done
     */
    record PastMatter(RegisterMatter registration, Instant registeredAt, Actor registeredBy, List<PastAct> acts) {

        public PastMatter {
            acts = List.copyOf(acts);
        }
    }

    /** One act of the past. */
    record PastAct(Act act, Actor by, Instant at) {
    }
}
