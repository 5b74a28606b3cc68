package org.hejie.org.web;

import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.StaffMember;
import org.hejie.org.Unit;
import org.hejie.org.Units;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff as the API tells of him.
 *
 * @param username shown to administrators alone
 */
record StaffView(long id, @Nullable String username, String displayName, @Nullable Long homeUnitId, boolean active,
        StaffMember.State state,
        List<HeldPost> posts) {

    /** A post in force today or later. */
    record HeldPost(long postId, Role role, long unitId, String unitName, @Nullable String unitNameEn,
            @Nullable Long scopeUnitId, LocalDate from, @Nullable LocalDate to) {
    }

    static StaffView of(StaffMember member, Units units, boolean toAdministrator) {
        return new StaffView(member.id().value(), toAdministrator ? member.username() : null, member.displayName(),
                member.homeUnit() == null ? null : member.homeUnit().value(), member.active(),
                member.state(),
                member.posts().stream().map(post -> held(post, units.get(post.unit()))).toList());
    }

    private static HeldPost held(Post post, Unit unit) {
        return new HeldPost(post.id().value(), post.role(), unit.id().value(), unit.name(), unit.nameEn(),
                post.scopeUnit() == null ? null : post.scopeUnit().value(), post.from(), post.to());
    }
}
