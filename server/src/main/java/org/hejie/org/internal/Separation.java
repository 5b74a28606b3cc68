package org.hejie.org.internal;

import java.time.LocalDate;
import java.util.List;
import org.hejie.org.Post;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The three administrators apart from cases and from each other (三员分立, GB/T 22239-2019, 8.1.4, to be verified), and one
 * of each always there.
 */
@Component
class Separation {

    private final JdbcClient jdbc;

    Separation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem RULE_REFUSED with {@code MIXED_ROLES} if the holder has, at the same time, a post of another class */
    void check(Post post) {
        boolean mixed = jdbc.sql("""
                select exists (select from org.post
                                where staff = :staff
                                  and daterange(valid_from, valid_to) && daterange(:from, cast(:to as date))
                                  and class <> :class)
                    or :administrator and exists (select from org.leave_cover
                                where cover = :staff and ended_at is null and until_on >= :from)
                """)
                .param("staff", post.holder().value()).param("from", post.from()).param("to", post.to())
                .param("class", post.role().isAdministrator() ? post.role().name() : "CASES")
                .param("administrator", post.role().isAdministrator())
                .query(Boolean.class).single();
        if (mixed) {
            throw Problem.of(ProblemType.RULE_REFUSED, "MIXED_ROLES");
        }
    }

    /** Whether the person holds an administrator's post on the day or later. */
    boolean isAdministrator(StaffId staff, LocalDate day) {
        return jdbc.sql("""
                select exists (select from org.post
                                where staff = :staff and class <> 'CASES' and (valid_to is null or valid_to > :day))
                """)
                .param("staff", staff.value()).param("day", day).query(Boolean.class).single();
    }

    /**
     * Called before an administrator loses his post or his account.
     *
     * @param on the first day without him
     * @throws Problem RULE_REFUSED with {@code LAST_ADMINISTRATOR} if nobody else holds that post without an end
     */
    void requireAnother(StaffId leaving, List<Post> posts, LocalDate on) {
        for (Role role : posts.stream().map(Post::role).filter(Role::isAdministrator).distinct().toList()) {
            boolean another = jdbc.sql("""
                    select exists (select from org.post p
                                     join org.staff s on s.id = p.staff
                                    where p.role = :role and p.staff <> :leaving and p.valid_from <= :on and p.valid_to is null
                                      and s.deactivated_at is null and s.locked_at is null)
                    """)
                    .param("role", role.name()).param("leaving", leaving.value()).param("on", on)
                    .query(Boolean.class).single();
            if (!another) {
                throw Problem.of(ProblemType.RULE_REFUSED, "LAST_ADMINISTRATOR");
            }
        }
    }
}
