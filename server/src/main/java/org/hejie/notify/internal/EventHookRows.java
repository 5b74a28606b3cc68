package org.hejie.notify.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.notify.EventHook;
import org.hejie.notify.FailedEvent;
import org.hejie.notify.MessageState;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses for events as rows; each change of address or secret ends the row before. */
@Repository
class EventHookRows {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    EventHookRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * An address with what signs.
     *
     * @param former the secret before this one; null without one that still signs
     */
    record Hook(String name, String address, String secret, @Nullable String former, @Nullable Instant formerUntil,
            @Nullable Instant pausedAt) {

        /** The new secret in the place of this one, which signs on until then. */
        Hook rotated(String fresh, Instant until) {
            return new Hook(name, address, fresh, secret, until, pausedAt);
        }

        Hook at(URI other) {
            return new Hook(name, other.toString(), secret, former, formerUntil, pausedAt);
        }

        @Override
        public String toString() {
            return "Hook[" + name + "]";
        }
    }

    Optional<Hook> find(String name) {
        return jdbc.sql("""
                select id, name, address, secret, former_secret, former_until, paused_at from notify.endpoint
                 where name = :name and style = 'EVENT' and ended_at is null
                """).param("name", name).query((row, number) -> hook(row)).optional();
    }

    private Hook hook(ResultSet row) throws SQLException {
        var place = KeptEndpoints.place(row.getLong("id"));
        byte[] former = row.getBytes("former_secret");
        return new Hook(row.getString("name"), row.getString("address"), cipher.decrypt(place, row.getBytes("secret")),
                former == null ? null : cipher.decrypt(place, former), instant(row, "former_until"), instant(row, "paused_at"));
    }

    void end(String name, Instant now) {
        jdbc.sql("update notify.endpoint set ended_at = :now where name = :name and ended_at is null")
                .param("now", Times.utc(now)).param("name", name).update();
    }

    void add(long id, Hook hook, @Nullable Long by, Instant now) {
        var place = KeptEndpoints.place(id);
        jdbc.sql("""
                insert into notify.endpoint (id, name, address, secret, former_secret, former_until, paused_at, set_by, set_at, media_type, style)
                values (:id, :name, :address, :secret, :former, :formerUntil, :pausedAt, :by, :now, 'application/cloudevents+json', 'EVENT')
                """)
                .param("id", id).param("name", hook.name()).param("address", hook.address())
                .param("secret", cipher.encrypt(place, hook.secret()))
                .param("former", hook.former() == null ? null : cipher.encrypt(place, hook.former()))
                .param("formerUntil", Times.utc(hook.formerUntil())).param("pausedAt", Times.utc(hook.pausedAt()))
                .param("by", by).param("now", Times.utc(now)).update();
    }

    /** @param at null: it rests no longer */
    void pause(String name, @Nullable Instant at) {
        jdbc.sql("update notify.endpoint set paused_at = :at where name = :name and ended_at is null")
                .param("at", Times.utc(at)).param("name", name).update();
    }

    Map<String, EventHook> standing(List<String> names, Instant now) {
        Map<String, EventHook> found = new HashMap<>();
        jdbc.sql("""
                select e.name, e.address, e.set_at, e.paused_at, case when e.former_until > :now then e.former_until end as former_until,
                       coalesce(sum(l.waiting), 0) as waiting, coalesce(bool_or(l.waiting > 0 and l.due_at is null), false) as held,
                       min(l.due_at) as next_try_at
                  from notify.endpoint e
                  left join notify.lane l on l.destination = e.name
                 where e.name = any (:names) and e.style = 'EVENT' and e.ended_at is null
                 group by e.id
                """).param("names", names.toArray(String[]::new)).param("now", Times.utc(now))
                .query((row, number) -> found.put(row.getString("name"), new EventHook(URI.create(row.getString("address")),
                        row.getObject("set_at", OffsetDateTime.class).toInstant(), instant(row, "paused_at"), instant(row, "former_until"),
                        row.getLong("waiting"), row.getBoolean("held"), instant(row, "next_try_at")))).list();
        return found;
    }

    List<FailedEvent> failures(String name, int most) {
        return jdbc.sql("""
                select id, subject, state, attempts, failure, tried_at from notify.message
                 where destination = :name and failure is not null order by id desc limit :most
                """).param("name", name).param("most", most)
                .query((row, number) -> new FailedEvent(row.getLong("id"), row.getString("subject"),
                        MessageState.valueOf(row.getString("state")), row.getInt("attempts"), row.getString("failure"),
                        instant(row, "tried_at"))).list();
    }

    /** Leaves all that waits unsent. */
    void setAllAside(String name) {
        jdbc.sql("update notify.message set state = 'SET_ASIDE' where destination = :name and state in ('WAITING', 'DEAD')")
                .param("name", name).update();
        jdbc.sql("update notify.lane set waiting = 0, due_at = null where destination = :name").param("name", name).update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }
}
