package org.hejie.org.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Role;
import org.hejie.org.StaffMember;
import org.hejie.org.web.GrantView.NamedUnit;
import org.hejie.org.web.GrantView.StaffName;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff for administrators: what he can see, and why.
 *
 * @param posts held now or later, and those whose holders he stands in for today
 */
record PersonView(long id, String username, String displayName, StaffMember.State state, @Nullable NamedUnit home,
        List<PostSeen> posts) {

    /**
     * A post and what it opens.
     *
     * @param scope  the unit whose rows, and those of all units below it, the post opens; null for an administrator, who sees none
     * @param below  how many units that are
     * @param former units that ended and that one of these followed: their rows are opened as well
     * @param holder whose post it is, when he only stands in
     * @param why    who asked for it and who approved; null for what the server itself made
     */
    record PostSeen(long postId, Role role, NamedUnit unit, @Nullable NamedUnit scope, int below, List<NamedUnit> former,
            LocalDate from, @Nullable LocalDate to, @Nullable StaffName holder, @Nullable GrantReason why) {
    }

    /** GrantReason somebody holds a post. */
    record GrantReason(long request, StaffName askedBy, @Nullable StaffName approvedBy, @Nullable Instant approvedAt, String reason) {
    }
}
