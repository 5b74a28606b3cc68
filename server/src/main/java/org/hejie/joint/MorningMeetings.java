package org.hejie.joint;

import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The morning meeting of a centre: what is urgent, frozen when it begins; decisions that are tasks at once. Source:
 * domain.md §4.1.
 */
public interface MorningMeetings {

    /** What would lie before the actor's meeting if it began now. */
    List<MeetingView.AgendaItem> agenda();

    /** Today's meeting of the actor's unit, if it has begun. */
    Optional<MeetingView> today();

    /**
     * Begins today's meeting of the actor's unit and freezes the agenda.
     *
     * @throws org.hejie.shared.web.Problem ALREADY_EXISTS if it has begun
     */
    long begin();

    /** A decision on a matter: a task for a unit and a note in the matter's history, typed once. */
    long decide(long meeting, MatterId matter, NewTask task);

    /** The minutes as far as they are. */
    int minutes(long meeting, int seen, String text);

    /** Signs the minutes. */
    int sign(long meeting, int seen);

    /** Adds to signed minutes. */
    void add(long meeting, String text);

    /** One meeting, if it lies in the scope. */
    Optional<MeetingView> find(long meeting);

    /** Meetings in the scope, the latest first. */
    Page<MeetingView.MeetingRow> list(@Nullable String cursor, int limit);
}
