package org.hejie.notify.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hejie.notify.Live;
import org.hejie.notify.NewNotice;
import org.hejie.notify.Notices;
import org.hejie.org.Post;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A notice is one row for a unit; who reads it is found when he looks. Only those who asked for mail or text messages are found at once. */
@Service
class KeptNotices implements Notices {

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final PersonalMessages messages;
    private final Live live;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    KeptNotices(JdbcClient jdbc, StaffDirectory staff, PersonalMessages messages, Live live, Units units, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.messages = messages;
        this.live = live;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(NewNotice notice) {
        Instant now = clock.instant();
        if (notice.once() != null && !first(notice, now)) {
            return;
        }
        List<PersonalMessages.Reader> subscribers = jdbc.sql("""
                with written as (
                    insert into notify.notice (id, event, subject, link, unit_id, roles, not_to, told_at, visible_to)
                    values (:id, :event, :subject, :link, :unit, :roles, :notTo, :now, :visibleTo))
                select r.staff_id, r.language, r.phone, r.mail, s.sms as by_sms, s.mail as by_mail
                  from notify.subscription s
                  join notify.reader r on r.staff_id = s.staff_id
                 where s.event = :event and (s.sms or s.mail)
                """)
                .param("id", ids.next()).param("event", notice.event().name()).param("subject", notice.subject())
                .param("link", notice.link()).param("unit", notice.at().value())
                .param("roles", notice.roles().stream().map(Enum::name).toArray(String[]::new))
                .param("notTo", notice.notTo() == null ? null : notice.notTo().value()).param("now", Times.utc(now))
                .param("visibleTo", units.lineage(notice.at()).stream().mapToLong(UnitId::value).toArray())
                .query((row, number) -> reader(row)).list();
        live.changed(Live.ofUnit(notice.at()));
        subscribers.stream().filter(reader -> isFor(notice, reader)).forEach(reader -> messages.write(reader, notice));
    }

    private boolean first(NewNotice notice, Instant now) {
        return jdbc.sql("insert into notify.told_once (event, what, told_at) values (:event, :what, :now) on conflict do nothing")
                .param("event", notice.event().name()).param("what", notice.once()).param("now", Times.utc(now)).update() > 0;
    }

    /** Somebody who asked to be told of such things by mail or text message. */
    private static PersonalMessages.Reader reader(ResultSet row) throws SQLException {
        return new PersonalMessages.Reader(row.getLong("staff_id"), row.getString("language"),
                row.getBoolean("by_sms") ? row.getBytes("phone") : null, row.getBoolean("by_mail") ? row.getBytes("mail") : null);
    }

    private boolean isFor(NewNotice notice, PersonalMessages.Reader reader) {
        var id = new StaffId(reader.staff());
        return !id.equals(notice.notTo()) && staff.postsOf(id).stream().anyMatch(post -> isFor(notice, post));
    }

    private static boolean isFor(NewNotice notice, Post post) {
        return post.unit().equals(notice.at()) && (notice.roles().isEmpty() && !post.role().isAdministrator() || notice.roles().contains(post.role()));
    }
}
