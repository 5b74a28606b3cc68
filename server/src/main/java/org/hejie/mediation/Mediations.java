package org.hejie.mediation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * Mediations of matters: opened, consented to, assigned, ended. Each step is an event in the matter's history.
 *
 * <p>Changes throw NOT_FOUND outside the scope, FORBIDDEN, and WRONG_STATE once a mediation has ended.
 */
public interface Mediations {

    /**
     * Opens one with a mediator.
     *
     * @param agreed parties who have agreed already, such as both who stand at the window; null for none
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with MEDIATION_NEVER for domestic violence, MEDIATION_EXCLUDED_… for
     *         what people's mediation may not take, MEDIATION_RECUSED, MEDIATION_NOT_IN_OFFICE, MEDIATION_PARTIES without two
     *         sides, MEDIATION_MATTER_ENDED; ALREADY_EXISTS while another is open; INVALID_FIELDS naming in
     *         {@code agreed.partyIds} who is no side
     */
    long open(MatterId matter, long mediator, MediationCase.Origin origin, @Nullable Agreed agreed);

    /**
     * Parties who agree to be mediated, all in the same way.
     *
     * @param parties  at least one, none twice
     * @param document what they signed
     */
    record Agreed(List<Long> parties, MediationCase.Mode mode, @Nullable Long document) {

        /** Keeps a copy. */
        public Agreed {
            parties = List.copyOf(parties);
        }
    }

    /** Gives it to another mediator. @throws org.hejie.shared.web.Problem RULE_REFUSED with MEDIATION_RECUSED */
    void assign(long mediation, long mediator, @Nullable String reason);

    /**
     * What parties say, the same of each. A refusal or a stop ends the mediation at once; a wish for another mediator takes it
     * from the one who has it, for good.
     *
     * @param parties at least one, none twice
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS naming in {@code partyIds} who is no side; then nobody's word is kept
     */
    void consent(long mediation, List<Long> parties, MediationCase.Consent consent, MediationCase.Mode mode, @Nullable Long document);

    /** Ends it without an agreement; the parties are told what else they may do (art. 26). */
    void end(long mediation, MediationCase.State as, String why);

    /**
     * The procedure has changed outside, such as a lawsuit that was filed meanwhile: stops what runs on the matter, for whoever
     * caused the change. With an agreement at hand it goes on, and a person decides.
     *
     * @return whether one was stopped
     */
    boolean procedureChanged(MatterId matter, String why);

    /** One, if its matter lies in the scope. */
    Optional<MediationCase> find(long mediation);

    /** All of a matter, the latest first. */
    List<MediationCase> of(MatterId matter);

    /** Those in the scope by what comes next. @param mine only the reader's own */
    Page<MediationRow> list(boolean mine, MediationCase.@Nullable State state, @Nullable String cursor, int limit);

    /** Sessions in the scope that begin in the span. @param mine only the reader's own */
    List<MediationSessionRow> calendar(boolean mine, Instant from, Instant to);
}
