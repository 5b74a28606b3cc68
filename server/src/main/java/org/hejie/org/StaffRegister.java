package org.hejie.org;

import java.time.LocalDate;
import java.util.List;

/**
 * Changes who works where. Each method asks whether the actor may, and writes to the audit. The system
 * administrator keeps accounts, the security administrator grants posts, and nobody grants one to himself
 * (two persons). The server itself ({@link Actor#system}) may do both, for a demo county or the first start.
 */
public interface StaffRegister {

    /**
     * Adds a member of staff, with posts if the actor may grant them.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; ALREADY_EXISTS if the user name is taken
     */
    StaffId add(Actor by, NewStaff staff);

    /**
     * The same, with a number taken from {@link org.hejie.shared.Ids} before, so that the caller's transaction can hold
     * the person's own key.
     *
     * @throws org.hejie.shared.web.Problem as {@link #add(Actor, NewStaff)}
     */
    void add(Actor by, StaffId id, NewStaff staff);

    /**
     * Adds many at once, all or none.
     *
     * @throws org.hejie.shared.web.Problem as {@link #add(Actor, NewStaff)}
     */
    List<StaffId> addAll(Actor by, List<NewStaff> staff);

    /**
     * Takes away the right to sign in and ends every session.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code OWN_ACCOUNT} for one's own; NOT_FOUND
     */
    void deactivate(Actor by, StaffId staff);

    /**
     * Grants a post.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT} for oneself; INVALID_FIELDS;
     *         NOT_FOUND
     */
    PostId grant(Actor by, StaffId staff, NewPost post);

    /**
     * Ends a post; the day given is the first without it.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; INVALID_FIELDS if the day is before its first
     */
    void endPost(Actor by, PostId post, LocalDate on);

    /**
     * Lets another stand in for the holder. By the holder, by the security administrator, or by a director
     * over the post's unit; never by the one who stands in.
     *
     * @return number of the cover
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT} or {@code ADMINISTRATOR_POST};
     *         NOT_FOUND
     */
    long cover(Actor by, PostId post, NewLeaveCover cover);

    /**
     * Ends a cover before its time, at once.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    void endCover(Actor by, long coverId);
}
