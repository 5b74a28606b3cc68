package org.hejie.mediation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions of mediations and the rooms they are held in. Changes throw as those of {@link Mediations} do. */
public interface MediationSessions {

    /**
     * Plans a session; the parties it is for are invited.
     *
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with MEDIATION_CONSENT while a party has not agreed, MEDIATION_NO_MEDIATOR;
     *         ALREADY_EXISTS with ROOM_TAKEN or MEDIATOR_TAKEN if another session overlaps; INVALID_FIELDS on {@code roomId}
     *         without two doors where the parties must not meet
     */
    long plan(long mediation, NewMediationSession session);

    /** Says whether an invited party will come. */
    void answer(long session, long party, boolean willCome);

    /**
     * Marks whether invited parties came; the session is held from the first one on.
     *
     * @param parties at least one, none twice
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with MEDIATION_NOT_YET more than an hour before it begins; INVALID_FIELDS
     *         naming in {@code partyIds} who was not invited, then nobody is marked
     */
    void attend(long session, List<Long> parties, boolean came);

    /** Keeps the minutes as typed so far. @return the new version @throws org.hejie.shared.web.Problem STALE */
    int minutes(long session, int seen, List<MediationSessionView.MinutesLine> lines);

    /**
     * The minutes were read back and the session ended so: nobody changes them any more.
     *
     * @param lines the minutes as they were read, kept in the place of those typed before; null for those kept already
     * @throws org.hejie.shared.web.Problem RULE_REFUSED with MEDIATION_PARTY_MISSING if not both sides were there to agree,
     *         MEDIATION_UNMARKED while somebody's presence is unknown, MEDIATION_MINUTES_EMPTY
     */
    int readBack(long session, int seen, MediationSessionRow.Result result, @Nullable List<MediationSessionView.MinutesLine> lines);

    /** It will not be held; its room is free again. */
    void cancel(long session, String why);

    /** One, if its matter lies in the scope. Minutes of a private session are there for its mediator alone. */
    Optional<MediationSessionView> find(long session);

    /** The rooms with what is booked in the span. */
    List<RoomRow> rooms(Instant from, Instant to);
}
