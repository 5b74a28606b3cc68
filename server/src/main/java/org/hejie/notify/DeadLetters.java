package org.hejie.notify;

import java.util.List;
import org.hejie.org.Actor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Messages given up, and what a person does about them. What waits behind one in its lane goes on afterwards. */
public interface DeadLetters {

    /**
     * Those in the scope, newest first.
     *
     * @param destination null for all
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless one reads matters
     */
    Page<WrittenMessage> page(Actor by, @Nullable String destination, @Nullable String cursor, int limit);

    /**
     * Sends it again, as if for the first time.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless dispatcher or director; NOT_FOUND; WRONG_STATE unless dead
     */
    void resend(Actor by, long id);

    /**
     * Leaves it unsent for good.
     *
     * @param reason why, up to 200 characters
     * @throws org.hejie.shared.web.Problem as {@link #resend}; INVALID_FIELDS without a reason
     */
    void setAside(Actor by, long id, @Nullable String reason);

    /**
     * How delivery stands, in numbers.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator, dispatcher or director
     */
    List<DestinationRow> destinations(Actor by);

    /**
     * Sends all dead letters of a destination again, as after its receiver was down. The administrator sees none of them.
     *
     * @return how many
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless a system administrator, dispatcher or director
     */
    int resendAll(Actor by, String destination);
}
