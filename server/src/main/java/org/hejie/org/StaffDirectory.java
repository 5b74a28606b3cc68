package org.hejie.org;

import java.util.List;
import java.util.Optional;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** Who works where. Names of staff are no secret inside the house. */
public interface StaffDirectory {

    /** The name shown for a staff number, deactivated ones included; from memory, up to five minutes old. */
    Optional<String> displayName(StaffId id);

    /** A member of staff. */
    Optional<StaffMember> find(StaffId id);

    /** The member of staff who signs in with this name. */
    Optional<StaffMember> byUsername(String username);

    /**
     * The staff whose home or post is in a unit or below it, by user name.
     *
     * @param unit   null for all
     * @param text   part of the name or user name; null for all
     * @param cursor from the page before; null for the first
     */
    Page<StaffMember> list(@Nullable UnitId unit, @Nullable String text, @Nullable String cursor, int limit);

    /** A post, if it is in force today. */
    Optional<Post> post(PostId id);

    /** A post, ended ones and those to come included. */
    Optional<Post> anyPost(PostId id);

    /**
     * The unit whose key such a post would give; null for an administrator's.
     *
     * @throws org.hejie.shared.web.Problem INVALID_FIELDS if it cannot be granted
     */
    @Nullable UnitId scopeOf(NewPost post);

    /** The posts a person may act by today: his own, and those whose leave he covers. */
    List<Post> postsOf(StaffId staff);
}
