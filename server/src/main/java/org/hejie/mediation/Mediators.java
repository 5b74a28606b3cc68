package org.hejie.mediation;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.UnitId;

/** The register of mediators (调解员名册), who must keep away from a matter, and who would fit it. */
public interface Mediators {

    /** Why a mediator keeps away. Source: domain.md §4 (回避); a party may choose (People's Mediation Law, art. 19). */
    enum RecusalGround {
        /** 近亲属. */
        KINSHIP,
        /** 此前经办. */
        PRIOR_HANDLING,
        /** 利害关系. */
        INTEREST,
        /** 当事人不接受. */
        PARTY_OBJECTION
    }

    /** All committees, by sign. */
    List<Committee> committees();

    /**
     * Sets one up.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; ALREADY_EXISTS if the unit has one or the sign is taken
     */
    long establish(UnitId unit, String name, String sign);

    /** The register with everybody's load, by committee. */
    List<MediatorRow> register();

    /** Enters a mediator. @throws org.hejie.shared.web.Problem FORBIDDEN; ALREADY_EXISTS for staff entered before */
    long enter(NewMediator mediator);

    /** Changes an entry; the member of staff stays. @throws org.hejie.shared.web.Problem STALE, FORBIDDEN, NOT_FOUND */
    void change(long mediator, int seen, NewMediator now);

    /**
     * Those in office today, the best fit first, the recused last.
     *
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope
     */
    List<MediatorSuggestion> suggest(MatterId matter);

    /** A mediator keeps away from a matter from now on; once is enough. An event of the matter. */
    void recuse(MatterId matter, long mediator, RecusalGround ground);
}
