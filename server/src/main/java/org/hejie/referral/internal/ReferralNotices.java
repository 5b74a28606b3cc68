package org.hejie.referral.internal;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hejie.notify.NewNotice;
import org.hejie.notify.NoticeEvent;
import org.hejie.notify.Notices;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.Units;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralReceipt;
import org.hejie.referral.ReferralState;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the dispatchers at the county's desk what a partner has sent: one notice a call, however many came in it. */
@Component
class ReferralNotices {

    private final Notices notices;
    private final Units units;
    private final Clock clock;

    ReferralNotices(Notices notices, Units units, Clock clock) {
        this.notices = notices;
        this.units = units;
        this.clock = clock;
    }

    /** Of those that came in one call; what a rule sent back at once asks nobody to sign. */
    void arrived(PartnerSystem system, List<ReferralReceipt> came) {
        List<ReferralReceipt> waiting = came.stream().filter(one -> one.state() == ReferralState.RECEIVED).toList();
        if (waiting.size() == 1) {
            ReferralReceipt one = waiting.getFirst();
            tell(NoticeEvent.REFERRAL_RECEIVED, subject(system, one.matterCode()), page(one.id()));
        } else if (!waiting.isEmpty()) {
            tell(NoticeEvent.REFERRAL_RECEIVED, subject(system, null), "/partners/" + system.slug());
        }
    }

    /** A known number came with other content. */
    void differs(Held one) {
        tell(NoticeEvent.REFERRAL_DIFFERS, subject(one.system(), one.matterCode()), page(one.id()) + "/conflicts");
    }

    private void tell(NoticeEvent event, String subject, String link) {
        notices.tell(new NewNotice(event, subject, link, units.countyCenter().id(), Set.of(Role.DISPATCHER),
                Actors.current().staffId().orElse(null), null));
    }

    private static String page(long referral) {
        return "/partners/referrals/" + referral;
    }

    private String subject(PartnerSystem system, @Nullable String matterCode) {
        return matterCode == null ? system.slug() + " " + Times.dateOf(clock.instant()) : matterCode;
    }
}
