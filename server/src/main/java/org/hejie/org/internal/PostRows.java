package org.hejie.org.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads posts. */
@Repository
class PostRows {

    private final JdbcClient jdbc;

    PostRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(PostId id) {
        return jdbc.sql("""
                select id, staff, role, unit, scope_unit, valid_from, valid_to
                  from org.post
                 where id = :id
                """)
                .param("id", id.value()).query(PostRows::post).optional();
    }

    /** The posts a person may act by on a day: his own first, then those whose leave he covers, oldest first. */
    List<Post> usableOn(StaffId staff, LocalDate day) {
        return jdbc.sql("""
                select p.id, p.staff, p.role, p.unit, p.scope_unit, p.valid_from, p.valid_to
                  from org.post p
                 where p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day)
                   and (p.staff = :staff
                        or exists (select from org.leave_cover c
                                    where c.post = p.id and c.cover = :staff and c.ended_at is null
                                      and :day between c.from_on and c.until_on))
                 order by p.staff <> :staff, p.valid_from, p.id
                """)
                .param("staff", staff.value()).param("day", day).query(PostRows::post).list();
    }

    /** The posts of these people that are in force on the day or later. */
    List<Post> heldFrom(Collection<Long> staff, LocalDate day) {
        return staff.isEmpty() ? List.of() : jdbc.sql("""
                select id, staff, role, unit, scope_unit, valid_from, valid_to
                  from org.post
                 where staff in (:staff) and (valid_to is null or valid_to > :day)
                 order by valid_from, id
                """)
                .param("staff", staff).param("day", day).query(PostRows::post).list();
    }

    /** The posts at a unit that are in force on the day or later, of people who may sign in. */
    List<Post> atUnitFrom(UnitId unit, LocalDate day) {
        return jdbc.sql("""
                select p.id, p.staff, p.role, p.unit, p.scope_unit, p.valid_from, p.valid_to
                  from org.post p
                  join org.staff s on s.id = p.staff
                 where p.unit = :unit and (p.valid_to is null or p.valid_to > :day) and s.deactivated_at is null
                 order by p.id
                """)
                .param("unit", unit.value()).param("day", day).query(PostRows::post).list();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        Long scope = row.getObject("scope_unit", Long.class);
        return new Post(
                new PostId(row.getLong("id")),
                new StaffId(row.getLong("staff")),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getLong("unit")),
                scope == null ? null : new UnitId(scope),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
