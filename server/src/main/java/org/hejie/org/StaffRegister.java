package org.hejie.org;

import java.time.LocalDate;
import java.util.List;

/**
 * Changes who works where. Each method asks whether the actor may, and writes to the audit. The system
 * administrator keeps accounts and the security administrator ends posts; posts are granted by two persons
 * ({@link Grants}). The server itself ({@link Actor#system}) does both, for a demo county, the first start, and what two
 * administrators agreed on.
 */
public interface StaffRegister {

    /**
     * Adds a member of staff; with posts, by the server alone.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code TWO_PERSONS} for posts; ALREADY_EXISTS if the user name is taken
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
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code OWN_ACCOUNT} for one's own; NOT_FOUND; RULE_REFUSED
     *         with {@code LAST_ADMINISTRATOR}
     */
    void deactivate(Actor by, StaffId staff);

    /**
     * Closes an account for a while and ends every session; by the system or the security administrator.
     *
     * @throws org.hejie.shared.web.Problem as {@link #deactivate}
     */
    void lock(Actor by, StaffId staff);

    /**
     * Opens a locked account; by the system administrator.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    void unlock(Actor by, StaffId staff);

    /**
     * Grants a post; by the server, once two administrators agreed.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code TWO_PERSONS}, for a person; INVALID_FIELDS; NOT_FOUND;
     *         RULE_REFUSED with {@code MIXED_ROLES} if the holder is an administrator of another kind, or works on cases
     */
    PostId grant(Actor by, StaffId staff, NewPost post);

    /**
     * Ends a post; the day given is the first without it.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND; INVALID_FIELDS if the day is before its first;
     *         RULE_REFUSED with {@code LAST_ADMINISTRATOR}
     */
    void endPost(Actor by, PostId post, LocalDate on);

    /**
     * Lets another stand in for the holder. By the holder, by a director over the post's unit, or by the server once two
     * administrators agreed; never by the one who stands in, who is no administrator.
     *
     * @return number of the cover
     * @throws org.hejie.shared.web.Problem FORBIDDEN, with reason {@code SELF_GRANT}, {@code TWO_PERSONS} or
     *         {@code ADMINISTRATOR_POST}; NOT_FOUND; RULE_REFUSED with {@code MIXED_ROLES}
     */
    long cover(Actor by, PostId post, NewLeaveCover cover);

    /**
     * Ends a cover before its time, at once.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN; NOT_FOUND
     */
    void endCover(Actor by, long coverId);
}
