package org.hejie.notify.internal;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hejie.notify.MessageState;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.NoticeRow;
import org.hejie.notify.OwnNotices;
import org.hejie.org.Actor;
import org.hejie.org.Post;
import org.hejie.org.StaffId;
import org.hejie.shared.Times;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices as their reader sees them, and his wishes. */
@Service
class KeptOwnNotices implements OwnNotices {

    private static final int MOST_COUNTED = 100;
    private static final int MOST_RECEIPTS = 50;

    /** For the post one acts by, but what one did oneself and what one does not want on the page. */
    private static final String OWN = """
              from notify.notice n
             where n.unit_id = :unit and (cardinality(n.roles) = 0 and not :administrator or :role = any (n.roles))
               and n.not_to is distinct from :staff
               and not exists (select 1 from notify.subscription s where s.staff_id = :staff and s.event = n.event and not s.page)
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    KeptOwnNotices(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<NoticeRow> page(Actor reader, @Nullable String cursor, int limit) {
        return Page.of(own(reader, "select n.id, n.event, n.subject, n.link, n.told_at, n.id > " + SEEN + " as fresh" + OWN
                + " and n.id < :below order by n.id desc limit :limit")
                .param("below", cursor == null ? Long.MAX_VALUE : number(cursor)).param("limit", limit + 1)
                .query((row, number) -> new NoticeRow(row.getLong("id"), NoticeEvent.valueOf(row.getString("event")), row.getString("subject"),
                        row.getString("link"), row.getObject("told_at", OffsetDateTime.class).toInstant(), row.getBoolean("fresh"))).list(),
                limit, last -> Cursor.encode(last.id()), null);
    }

    private static final String SEEN = "coalesce((select r.seen_to from notify.reader r where r.staff_id = :staff), 0)";

    @Override
    @Transactional(readOnly = true)
    public int fresh(Actor reader) {
        return own(reader, "select count(*) from (select 1 " + OWN + " and n.id > " + SEEN + " limit :most) found")
                .param("most", MOST_COUNTED).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec own(Actor reader, String sql) {
        Post post = reader.activePost();
        return jdbc.sql(sql).param("unit", post == null ? 0L : post.unit().value())
                .param("role", post == null ? "" : post.role().name())
                .param("administrator", post != null && post.role().isAdministrator()).param("staff", staff(reader));
    }

    @Override
    @Transactional
    public void seen(Actor reader, long upTo) {
        jdbc.sql("""
                insert into notify.reader as r (staff_id, seen_to) values (:staff, :upTo)
                on conflict (staff_id) do update set seen_to = greatest(r.seen_to, excluded.seen_to)
                """).param("staff", staff(reader)).param("upTo", upTo).update();
    }

    private record Kept(String language, byte @Nullable [] phone, byte @Nullable [] mail) {
    }

    private Kept kept(long staff) {
        return jdbc.sql("select language, phone, mail from notify.reader where staff_id = :staff").param("staff", staff)
                .query((row, number) -> new Kept(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional().orElse(new Kept("zh", null, null));
    }

    @Override
    @Transactional(readOnly = true)
    public Wishes wishes(Actor reader) {
        long staff = staff(reader);
        Map<NoticeEvent, Subscription> asked = new EnumMap<>(NoticeEvent.class);
        jdbc.sql("select event, page, sms, mail from notify.subscription where staff_id = :staff").param("staff", staff)
                .query((row, number) -> new Subscription(NoticeEvent.valueOf(row.getString(1)), row.getBoolean(2), row.getBoolean(3),
                        row.getBoolean(4))).list().forEach(one -> asked.put(one.event(), one));
        Kept kept = kept(staff);
        return new Wishes(kept.language(),
                kept.phone() == null ? null : Addresses.maskedPhone(cipher.decrypt(PersonalMessages.place(PersonalMessages.SMS, staff), kept.phone())),
                kept.mail() == null ? null : Addresses.maskedMail(cipher.decrypt(PersonalMessages.place(PersonalMessages.MAIL, staff), kept.mail())),
                Arrays.stream(NoticeEvent.values()).map(event -> asked.getOrDefault(event, new Subscription(event, true, false, false))).toList());
    }

    @Override
    @Transactional
    public Wishes change(Actor reader, NewWishes wishes) {
        long staff = staff(reader);
        String phone = wishes.phone() == null ? null : wishes.phone().strip();
        String mail = wishes.mail() == null ? null : wishes.mail().strip();
        new Problem.Fields()
                .reject(!wishes.language().equals("zh") && !wishes.language().equals("en"), "language", "UNKNOWN")
                .reject(phone != null && !phone.isEmpty() && !Addresses.phone(phone), "phone", "PHONE")
                .reject(mail != null && !mail.isEmpty() && !Addresses.mail(mail), "mail", "MAIL")
                .done();
        Kept before = kept(staff);
        byte[] newPhone = phone == null ? before.phone() : phone.isEmpty() ? null
                : cipher.encrypt(PersonalMessages.place(PersonalMessages.SMS, staff), phone);
        byte[] newMail = mail == null ? before.mail() : mail.isEmpty() ? null
                : cipher.encrypt(PersonalMessages.place(PersonalMessages.MAIL, staff), mail);
        new Problem.Fields()
                .reject(newPhone == null && wishes.subscriptions().stream().anyMatch(Subscription::sms), "phone", "ADDRESS_MISSING")
                .reject(newMail == null && wishes.subscriptions().stream().anyMatch(Subscription::mail), "mail", "ADDRESS_MISSING")
                .done();
        jdbc.sql("""
                insert into notify.reader (staff_id, language, phone, mail) values (:staff, :language, :phone, :mail)
                on conflict (staff_id) do update set language = excluded.language, phone = excluded.phone, mail = excluded.mail
                """).param("staff", staff).param("language", wishes.language()).param("phone", newPhone).param("mail", newMail).update();
        for (Subscription one : wishes.subscriptions()) {
            jdbc.sql("""
                    insert into notify.subscription (staff_id, event, page, sms, mail) values (:staff, :event, :page, :sms, :mail)
                    on conflict (staff_id, event) do update set page = excluded.page, sms = excluded.sms, mail = excluded.mail
                    """).param("staff", staff).param("event", one.event().name()).param("page", one.page()).param("sms", one.sms())
                    .param("mail", one.mail()).update();
        }
        return wishes(reader);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Receipt> receipts(Actor reader) {
        return jdbc.sql("""
                select destination, subject, state, failure, written_at, delivered_at
                  from notify.message
                 where lane = :lane and recipient is not null and destination in ('sms', 'mail')
                 order by id desc
                 limit :most
                """).param("lane", PersonalMessages.lane(staff(reader))).param("most", MOST_RECEIPTS)
                .query((row, number) -> new Receipt(row.getString("destination"), row.getString("subject"),
                        MessageState.valueOf(row.getString("state")), row.getString("failure"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        Times.instant(row.getObject("delivered_at", OffsetDateTime.class)))).list();
    }

    private static long staff(Actor reader) {
        return reader.staffId().map(StaffId::value).orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN));
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
