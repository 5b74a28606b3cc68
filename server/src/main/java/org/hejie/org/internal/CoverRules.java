package org.hejie.org.internal;

import java.time.Clock;
import org.hejie.org.Actor;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.StaffMember;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may say that somebody covers a leave, and for whom. */
@Component
class CoverRules {

    /** A cover as it is stored. */
    record Kept(PostId post, StaffId cover) {
    }

    private final JdbcClient jdbc;
    private final Units units;
    private final StaffDirectory directory;
    private final Separation separation;
    private final Clock clock;

    CoverRules(JdbcClient jdbc, Units units, StaffDirectory directory, Separation separation, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.directory = directory;
        this.separation = separation;
        this.clock = clock;
    }

    /** @throws Problem FORBIDDEN or INVALID_FIELDS if this cover may not be made */
    void check(Actor by, Post post, StaffId cover) {
        if (post.role().isAdministrator()) {
            throw Problem.of(ProblemType.FORBIDDEN, "ADMINISTRATOR_POST");
        }
        if (by.staffId().filter(cover::equals).isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "SELF_GRANT");
        }
        if (by.kind() != Actor.Kind.SYSTEM && !isHolder(by, post) && !isDirectorOver(by, post)) {
            by.require(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
            throw Problem.of(ProblemType.FORBIDDEN, "TWO_PERSONS");
        }
        new Problem.Fields()
                .reject(cover.equals(post.holder()), "coverStaffId", "IS_THE_HOLDER")
                .reject(directory.find(cover).filter(StaffMember::active).isEmpty(), "coverStaffId", "UNKNOWN")
                .done();
        if (separation.isAdministrator(cover, Times.dateOf(clock.instant()))) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MIXED_ROLES");
        }
    }

    /** The holder himself, a director whose scope holds the post's unit, or the security administrator. */
    void checkEnder(Actor by, Post post) {
        if (!isHolder(by, post) && !isDirectorOver(by, post)) {
            by.require(Role.SECURITY_ADMIN);
        }
    }

    private static boolean isHolder(Actor by, Post post) {
        return by.kind() == Actor.Kind.STAFF && by.id() == post.holder().value();
    }

    private boolean isDirectorOver(Actor by, Post post) {
        return by.is(Role.CENTER_DIRECTOR, Role.TOWN_DIRECTOR) && by.activePost() != null
                && by.activePost().scopeUnit() != null && units.isWithin(post.unit(), by.activePost().scopeUnit());
    }

    Kept find(long coverId) {
        return jdbc.sql("select post, cover from org.leave_cover where id = :id")
                .param("id", coverId)
                .query((row, number) -> new Kept(new PostId(row.getLong("post")), new StaffId(row.getLong("cover"))))
                .optional()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
