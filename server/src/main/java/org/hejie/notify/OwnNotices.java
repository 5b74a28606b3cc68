package org.hejie.notify;

import java.time.Instant;
import java.util.List;
import org.hejie.org.Actor;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/** A member of staff's own notices and how he wants to be told. Nobody reads another's. */
public interface OwnNotices {

    /** Those for the post he acts by, newest first. */
    Page<NoticeRow> page(Actor reader, @Nullable String cursor, int limit);

    /** How many he has not seen, counted up to 100. */
    int fresh(Actor reader);

    /** He has seen all up to this one. When is not kept. */
    void seen(Actor reader, long upTo);

    Wishes wishes(Actor reader);

    /** @throws org.hejie.shared.web.Problem INVALID_FIELDS: phone PHONE, mail MAIL; channels ADDRESS_MISSING */
    Wishes change(Actor reader, NewWishes wishes);

    /** What became of his own mails and text messages, newest first. */
    List<Receipt> receipts(Actor reader);

    /** By which channels one is told of an event. */
    record Subscription(NoticeEvent event, boolean page, boolean sms, boolean mail) {
    }

    /**
     * @param phone masked; null if he gave none
     * @param mail  masked; null if he gave none
     */
    record Wishes(String language, @Nullable String phone, @Nullable String mail, List<Subscription> subscriptions) {

        public Wishes {
            subscriptions = List.copyOf(subscriptions);
        }
    }

    /**
     * @param phone null: as before; empty: none
     * @param mail  null: as before; empty: none
     */
    record NewWishes(String language, @Nullable String phone, @Nullable String mail, List<Subscription> subscriptions) {

        public NewWishes {
            subscriptions = List.copyOf(subscriptions);
        }

        @Override
        public String toString() {
            return "NewWishes[addresses hidden]";
        }
    }

    /** @param channel {@code sms} or {@code mail}; @param failure code of the last failure */
    record Receipt(String channel, String subject, MessageState state, @Nullable String failure, Instant writtenAt,
            @Nullable Instant deliveredAt) {
    }
}
