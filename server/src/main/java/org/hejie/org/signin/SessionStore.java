package org.hejie.org.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.org.PostId;
import org.hejie.org.DeviceSession;
import org.hejie.org.DeviceSession.Way;
import org.hejie.org.SignInDevice;
import org.hejie.org.StaffId;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions as rows, found by the hash of their token. */
@Repository
class SessionStore {

    /** An open session of somebody who may sign in. */
    record Row(long id, StaffId staff, String username, String displayName, @Nullable PostId activePost,
            boolean mustChange, Instant lastSeenAt, Instant expiresAt) {
    }

    private final JdbcClient jdbc;
    private final Ids ids;

    SessionStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    Optional<Row> find(byte[] hash) {
        return jdbc.sql("""
                select s.id, s.staff, p.username, p.display_name, s.active_post, s.must_change, s.last_seen_at, s.expires_at
                  from org.session s
                  join org.staff p on p.id = s.staff
                 where s.token_hash = :hash and s.ended_at is null and p.deactivated_at is null and p.locked_at is null
                """)
                .param("hash", hash)
                .query((row, number) -> {
                    Long post = row.getObject("active_post", Long.class);
                    return new Row(row.getLong("id"), new StaffId(row.getLong("staff")), row.getString("username"),
                            row.getString("display_name"), post == null ? null : new PostId(post), row.getBoolean("must_change"),
                            row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    void open(byte[] hash, StaffId staff, @Nullable PostId post, boolean mustChange, Instant now, Instant expiresAt,
            SignInDevice device, Way way) {
        jdbc.sql("""
                insert into org.session (id, token_hash, staff, active_post, must_change, started_at, last_seen_at, expires_at,
                                         address, device, way)
                values (:id, :hash, :staff, :post, :mustChange, :now, :now, :expiresAt, :address, :device, :way)
                """)
                .param("address", device.address()).param("device", device.agent()).param("way", way.name())
                .param("id", ids.next()).param("hash", hash).param("staff", staff.value())
                .param("post", post == null ? null : post.value()).param("mustChange", mustChange)
                .param("now", Times.utc(now)).param("expiresAt", Times.utc(expiresAt))
                .update();
    }

    void seen(long id, Instant now) {
        jdbc.sql("update org.session set last_seen_at = greatest(last_seen_at, :now) where id = :id")
                .param("now", Times.utc(now)).param("id", id).update();
    }

    void choosePost(long id, PostId post) {
        jdbc.sql("update org.session set active_post = :post where id = :id")
                .param("post", post.value()).param("id", id).update();
    }

    void passwordChanged(long id, @Nullable PostId post) {
        jdbc.sql("update org.session set must_change = false, active_post = :post where id = :id")
                .param("post", post == null ? null : post.value()).param("id", id).update();
    }

    void close(byte[] hash, Instant now) {
        jdbc.sql("""
                update org.session set ended_at = :now, ended_why = 'SIGNED_OUT'
                 where token_hash = :hash and ended_at is null
                """).param("now", Times.utc(now)).param("hash", hash).update();
    }

    /** Open sessions of a person that were used since, newest first. */
    List<DeviceSession> ofStaff(StaffId staff, long here, Instant usedSince, Instant now) {
        return jdbc.sql("""
                select id, address, device, way, started_at, last_seen_at, expires_at
                  from org.session
                 where staff = :staff and ended_at is null and expires_at > :now and last_seen_at >= :since
                 order by started_at desc, id desc
                """)
                .param("staff", staff.value()).param("now", Times.utc(now)).param("since", Times.utc(usedSince))
                .query((row, number) -> new DeviceSession(row.getLong("id"),
                        new SignInDevice(row.getString("address"), row.getString("device")), Way.valueOf(row.getString("way")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(), row.getLong("id") == here))
                .list();
    }

    Optional<StaffId> ownerOf(long id) {
        return jdbc.sql("select staff from org.session where id = :id and ended_at is null")
                .param("id", id).query(Long.class).optional().map(StaffId::new);
    }

    void end(long id, String why, Instant now) {
        jdbc.sql("update org.session set ended_at = :now, ended_why = :why where id = :id and ended_at is null")
                .param("now", Times.utc(now)).param("why", why).param("id", id).update();
    }

    /** Ends every session of a person but one; how many. */
    int closeAll(StaffId staff, long but, String why, Instant now) {
        return jdbc.sql("""
                update org.session set ended_at = :now, ended_why = :why
                 where staff = :staff and id <> :but and ended_at is null
                """)
                .param("now", Times.utc(now)).param("why", why).param("staff", staff.value()).param("but", but)
                .update();
    }
}
