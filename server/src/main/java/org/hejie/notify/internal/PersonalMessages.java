package org.hejie.notify.internal;

import java.time.Clock;
import java.util.List;
import org.hejie.notify.NewMessage;
import org.hejie.notify.NewNotice;
import org.hejie.org.Units;
import org.hejie.shared.Ids;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Mails and text messages to members of staff: through the same outbox as answers, a lane for each person. */
@Component
class PersonalMessages implements SealedColumns {

    static final String SMS = "sms";
    static final String MAIL = "mail";

    private static final SealedColumn PHONE = SealedColumn.of("notify.reader", "staff_id", "phone").at("notify.reader." + SMS);
    private static final SealedColumn ADDRESS = SealedColumn.of("notify.reader", "staff_id", "mail").at("notify.reader." + MAIL);
    private static final SealedColumn RECIPIENT = SealedColumn.of("notify.message", "id", "recipient");

    private final MessageRows rows;
    private final Channels channels;
    private final NoticeTexts texts;
    private final Delivery delivery;
    private final FieldCipher cipher;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    PersonalMessages(MessageRows rows, Channels channels, NoticeTexts texts, Delivery delivery, FieldCipher cipher, Units units, Ids ids, Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.texts = texts;
        this.delivery = delivery;
        this.cipher = cipher;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody to be told; an address is null where he is not told by it. */
    record Reader(long staff, String language, byte @Nullable [] phone, byte @Nullable [] mail) {
    }

    void write(Reader reader, NewNotice notice) {
        String text = texts.text(notice.event(), notice.subject(), reader.language());
        if (reader.phone() != null) {
            write(SMS, reader, notice.subject(), text, cipher.decrypt(place(SMS, reader.staff()), reader.phone()));
        }
        if (reader.mail() != null) {
            write(MAIL, reader, notice.subject(), text, cipher.decrypt(place(MAIL, reader.staff()), reader.mail()));
        }
    }

    private void write(String channel, Reader reader, String subject, String text, String address) {
        long id = ids.next();
        var message = new NewMessage(channel, lane(reader.staff()), subject.length() > 40 ? subject.substring(0, 40) : subject, text,
                List.of(reader.staff(), units.county().id().value()));
        rows.add(id, message, cipher.encrypt(recipient(id), address), channels.ready(channel), clock.instant());
        delivery.wake(channel);
    }

    static String lane(long staff) {
        return "staff-" + staff;
    }

    static FieldPlace place(String channel, long staff) {
        return (channel.equals(SMS) ? PHONE : ADDRESS).place(staff);
    }

    static FieldPlace recipient(long message) {
        return RECIPIENT.place(message);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(PHONE, ADDRESS, RECIPIENT);
    }
}
