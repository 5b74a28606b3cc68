package org.hejie.org.web;

import java.util.List;
import java.util.Set;
import org.hejie.org.Permission;
import org.hejie.org.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the web client needs it.
 *
 * @param posts              posts that may be acted by today, covered ones included
 * @param activePostId       the post acted by now; null when none
 * @param permissions        what that post allows
 * @param idleTimeoutSeconds how long the session lasts without a request
 * @param proxyFor           whose leave the active post covers; null when it is one's own
 * @param mustChangePassword whether a new password has to be set before anything else
 */
record SessionView(long staffId, String displayName, String username, List<PostView> posts, @Nullable Long activePostId,
        Set<Permission> permissions, String locale, long idleTimeoutSeconds, @Nullable ProxyView proxyFor,
        boolean mustChangePassword) {

    /** One post. */
    record PostView(long postId, Role role, long unitId, String unitName, @Nullable String unitNameEn,
            @Nullable Long scopeUnitId, @Nullable String coveredFor) {
    }

    /** The person whose leave is covered, and the unit. */
    record ProxyView(long unitId, @Nullable String displayName) {
    }
}
