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
 * @param active      false once deactivated, or while locked
 * @param state       which of the three
 * @param posts       posts in force today or later
 */
public record StaffMember(
        StaffId id, String username, String displayName, @Nullable UnitId homeUnit, boolean active, State state, List<Post> posts) {

    /** Whether one can sign in. */
    public enum State {
        /** 在用. */
        ACTIVE,
        /** 已锁定, for a while. */
        LOCKED,
        /** 已停用, for good. */
        DEACTIVATED
    }

    /** Keeps a copy of the posts. */
    public StaffMember {
        posts = List.copyOf(posts);
    }
}
