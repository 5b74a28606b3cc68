package org.hejie.referral.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.referral.Envelope;
import org.hejie.shared.Times;
import org.springframework.stereotype.Component;

/** The dates by which a petition is to be passed on and handled, beside our own limit. */
@Component
class PetitionDays {

    private final ReferralRules rules;
    private final Calendars calendars;

    PetitionDays(ReferralRules rules, Calendars calendars) {
        this.rules = rules;
        this.calendars = calendars;
    }

    /** The last day of each, by its column; none where nothing was registered. */
    Map<String, LocalDate> of(Envelope given) {
        Map<String, LocalDate> dates = new HashMap<>();
        if (given.registeredOn() != null) {
            LocalDate accepted = given.acceptedOn() == null ? given.registeredOn() : given.acceptedOn();
            dates.put("transfer_due_on", day(given.registeredOn(), rules.petition().transfer()));
            dates.put("handle_due_on", day(accepted, rules.petition().handle()));
            dates.put("handle_last_on", day(accepted, rules.petition().longest()));
        }
        return dates;
    }

    private LocalDate day(LocalDate from, Limit limit) {
        return Times.dateOf(calendars.county().due(from.atStartOfDay(Times.ZONE).toInstant(), limit).dueAt().minusMillis(1));
    }
}
