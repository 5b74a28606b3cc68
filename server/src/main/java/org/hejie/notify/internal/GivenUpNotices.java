package org.hejie.notify.internal;

import java.time.Clock;
import java.util.Set;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the dispatchers, once a day for each destination, that something was given up. A mail that fails tells nobody, or it would go on for ever. */
@Component
class GivenUpNotices {

    private final Notices notices;
    private final Units units;
    private final Clock clock;

    GivenUpNotices(Notices notices, Units units, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(GivenUp message) {
        String destination = message.destination();
        if (!destination.startsWith("line-") && !destination.startsWith("partner-")) {
            return;
        }
        String subject = destination.replaceFirst("^line-", "") + " " + Times.dateOf(clock.instant());
        notices.tell(new NewNotice(NoticeEvent.NOT_DELIVERED, subject, "/dead-letters", units.countyCenter().id(),
                Set.of(Role.DISPATCHER, Role.CENTER_DIRECTOR), null, subject));
    }
}
