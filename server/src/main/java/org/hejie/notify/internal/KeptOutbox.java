package org.hejie.notify.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hejie.notify.KeptDay;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.notify.WrittenMessage;
import org.hejie.shared.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages, and wakes delivery once they are committed. */
@Service
class KeptOutbox implements Outbox {

    private final MessageRows rows;
    private final Delivery delivery;
    private final Ids ids;
    private final Clock clock;

    KeptOutbox(MessageRows rows, Delivery delivery, Ids ids, Clock clock) {
        this.rows = rows;
        this.delivery = delivery;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(NewMessage message) {
        rows.add(ids.next(), message, null, false, clock.instant());
        delivery.wake(message.destination());
    }

    @Override
    @Transactional(readOnly = true)
    public List<WrittenMessage> ofDay(String destination, LocalDate day, int most) {
        return rows.ofDay(destination, day, most);
    }

    @Override
    @Transactional(readOnly = true)
    public List<KeptDay> kept(String destination) {
        return rows.kept(destination);
    }

    @Override
    @Transactional
    public int handOver(String destination, LocalDate day, long by) {
        return rows.handOver(destination, day, by, clock.instant());
    }
}
