package org.hejie.partner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hejie.org.Units;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralChanged;
import org.hejie.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes news as {@code referral} does, without a referral behind them. */
record ToldPartners(JdbcClient owner, Units units, ApplicationEventPublisher events) {

    /** Tells a partner so many things, all SIGNED but the last of each three, which is ANSWERED. @return their numbers */
    List<Long> tell(PartnerSystem partner, int count) {
        long unit = (partner == PartnerSystem.PROSECUTION ? units.byCode("procuratorate") : units.ofLine(partner.line().digit()))
                .orElseThrow().id().value();
        owner.sql("insert into referral.partner (system, unit_id) values (:partner, :unit) on conflict do nothing")
                .param("partner", partner.name()).param("unit", unit).update();
        List<Long> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(one(partner, unit, i % 3 == 0 ? NewsType.ANSWERED : NewsType.SIGNED));
        }
        events.publishEvent(new ReferralChanged(partner, 1, null, NewsType.SIGNED, numbers.getLast(), Instant.now()));
        return numbers;
    }

    private long one(PartnerSystem partner, long unit, NewsType type) {
        return owner.sql("""
                with head as (
                    insert into referral.news_head as h (partner, last) values (:partner, 1)
                    on conflict (partner) do update set last = h.last + 1
                    returning last)
                insert into referral.news (partner, seq, type, referral_id, at, data, visible_to)
                select :partner, last, :type, 1, :at, '{"matterCode": "YZ20261128-0001"}', :keys from head
                returning seq
                """)
                .param("partner", partner.name()).param("type", type.name()).param("at", Times.utc(Instant.parse("2026-11-28T02:00:00Z")))
                .param("keys", new Long[] {units.county().id().value(), unit}).query(Long.class).single();
    }
}
