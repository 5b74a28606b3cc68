package org.hejie.followup;

import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Obligations of agreements that were not kept (逾期未履行): each is a signal and plans a visit, also while its matter is not
 * closed. Source: People's Mediation Law, art. 31.
 */
public interface ObligationSignals {

    /** Signals in the scope that nobody has visited for and that were not settled, by the day of the visit. @param mine those of the reader's own mediations */
    Page<ObligationSignal> open(boolean mine, @Nullable String cursor, int limit);

    /** All of a matter, the latest first; none outside the scope. */
    List<ObligationSignal> of(MatterId matter);

    /**
     * Keeps what was found at the visit; an event of the matter.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope; FORBIDDEN {@code OBLIGATION_VISIT}; INVALID_FIELDS naming
     *         {@code doneOn} in the future or before the signal; WRONG_STATE once visited
     */
    void visit(long signal, ObligationVisit visit);

    /** What the debtor's side says. */
    enum Finding {
        /** 愿意履行. */
        WILL_PERFORM,
        /** 无力履行. */
        CANNOT,
        /** 拒不履行. */
        REFUSES,
        /** 对协议有争议. */
        DISPUTED
    }

    /** @param opinion at most 8,000 characters */
    record ObligationVisit(LocalDate doneOn, VisitMode mode, Finding finding, @Nullable String opinion) {

        @Override
        public String toString() {
            return "ObligationVisit[" + finding + "]";
        }
    }
}
