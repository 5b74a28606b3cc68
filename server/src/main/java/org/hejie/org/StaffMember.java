package org.hejie.org;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as colleagues see him.
 *
 * @param id          number and scope key
 * @param username    name to sign in with
 * @param displayName name shown
 * @param homeUnit    unit he belongs to; null if none was said
 * @param active      false once deactivated
 * @param posts       posts in force today or later
 */
public record StaffMember(
        StaffId id, String username, String displayName, @Nullable UnitId homeUnit, boolean active, List<Post> posts) {

    /** Keeps a copy of the posts. */
    public StaffMember {
        posts = List.copyOf(posts);
    }
}
