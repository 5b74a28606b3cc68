package org.hejie.org.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hejie.org.NewLeaveCover;
import org.hejie.org.NewStaff;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes staff, posts and covers. */
@Repository
class StaffWriter {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    StaffWriter(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void addStaff(Map<StaffId, NewStaff> staff, Instant at) {
        batch.batchUpdate("""
                insert into org.staff (id, username, display_name, home_unit, created_at)
                values (:id, :username, :displayName, :homeUnit, :at)
                """, staff.entrySet().stream().map(row -> new MapSqlParameterSource()
                .addValue("id", row.getKey().value())
                .addValue("username", row.getValue().username())
                .addValue("displayName", row.getValue().displayName())
                .addValue("homeUnit", number(row.getValue().homeUnit()), Types.BIGINT)
                .addValue("at", Times.utc(at))).toArray(SqlParameterSource[]::new));
    }

    void addPosts(List<Post> posts, @Nullable Long grantedBy, Instant at) {
        batch.batchUpdate("""
                insert into org.post (id, staff, role, unit, scope_unit, valid_from, valid_to, granted_by, granted_at)
                values (:id, :staff, :role, :unit, :scopeUnit, :from, :to, :by, :at)
                """, posts.stream().map(post -> new MapSqlParameterSource()
                .addValue("id", post.id().value())
                .addValue("staff", post.holder().value())
                .addValue("role", post.role().name())
                .addValue("unit", post.unit().value())
                .addValue("scopeUnit", number(post.scopeUnit()), Types.BIGINT)
                .addValue("from", post.from())
                .addValue("to", post.to(), Types.DATE)
                .addValue("by", grantedBy, Types.BIGINT)
                .addValue("at", Times.utc(at))).toArray(SqlParameterSource[]::new));
    }

    void endPost(PostId post, LocalDate on) {
        jdbc.sql("update org.post set valid_to = :on where id = :id").param("on", on).param("id", post.value()).update();
    }

    boolean deactivate(StaffId staff, Instant at) {
        return jdbc.sql("update org.staff set deactivated_at = :at where id = :id and deactivated_at is null")
                .param("at", Times.utc(at)).param("id", staff.value()).update() == 1;
    }

    boolean lock(StaffId staff, Instant at) {
        return jdbc.sql("update org.staff set locked_at = :at where id = :id and locked_at is null and deactivated_at is null")
                .param("at", Times.utc(at)).param("id", staff.value()).update() == 1;
    }

    void unlock(StaffId staff) {
        jdbc.sql("update org.staff set locked_at = null where id = :id").param("id", staff.value()).update();
    }

    void addCover(long id, PostId post, NewLeaveCover cover, @Nullable Long madeBy, Instant at) {
        jdbc.sql("""
                insert into org.leave_cover (id, post, cover, from_on, until_on, reason, made_by, made_at)
                values (:id, :post, :cover, :from, :to, :reason, :by, :at)
                """)
                .param("id", id).param("post", post.value()).param("cover", cover.cover().value())
                .param("from", cover.from()).param("to", cover.to()).param("reason", cover.reason())
                .param("by", madeBy, Types.BIGINT).param("at", Times.utc(at))
                .update();
    }

    void endCover(long id, Instant at) {
        jdbc.sql("update org.leave_cover set ended_at = :at where id = :id and ended_at is null")
                .param("at", Times.utc(at)).param("id", id).update();
    }

    private static @Nullable Long number(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }
}
