package org.hejie.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.shared.web.Problem.FieldError;

/** Registers matters and does to them what their procedure allows. The only way a matter changes. */
public interface Matters {

    /**
     * Registers one matter for the current actor.
     *
     * @throws org.hejie.shared.web.Problem naming the fields that cannot be taken, or if the actor may not register
     */
    Registered register(RegisterMatter matter);

    /** Registers many in one transaction: all of them or none. Same order. */
    List<Registered> registerAll(List<RegisterMatter> matters);

    /** What of a registration cannot be taken, field by field; empty when it can. Nothing is written. */
    List<FieldError> objections(RegisterMatter matter);

    /**
     * Does one act for the current actor.
     *
     * @param seen the version the actor saw
     * @return where the matter stands after it
     * @throws org.hejie.shared.web.Problem NOT_FOUND outside the scope, STALE when somebody was quicker,
     *         WRONG_STATE or RULE_REFUSED with the reason when the procedure does not allow it
     */
    Standing act(MatterId id, int seen, Act act);

    /**
     * As {@link #act}, entered later than it was done (补录). Clocks run by the true time.
     *
     * @param trueAt when it was really done: not before the matter's last event, not in the future
     */
    Standing actAt(MatterId id, int seen, Act act, Instant trueAt);

    /** Where the matter stands, if it lies in the scope. */
    Optional<Standing> standing(MatterId id);

    /** The matter a duplicate is handled with, if that lies in the scope; the last one where masters were merged again. */
    Optional<MatterId> masterOf(MatterId duplicate);

    /** What has been merged into the matter, over however many between, with a line's number. */
    List<MergedTwin> mergedInto(MatterId master);

    /**
     * Those of the matters in the scope that nobody has acted on, each with its version: their history holds the
     * registration, and after it at most cards that the rules drew because nobody acted.
     */
    Map<MatterId, Integer> untouched(Collection<MatterId> matters);

    /** Everything the matter's page shows, for the current actor; empty outside the scope. */
    Optional<MatterDetail> detail(MatterId id);

    /** A merged twin as its line knows it. */
    record MergedTwin(MatterId id, MatterCode code, SourceLine line, String outsideNo) {
    }

    /** What other modules may ask about a matter without its content. */
    record Standing(MatterId id, MatterCode code, MatterStatus status, int version, int visits, boolean redRisk) {
    }
}
