package org.hejie.referral.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hejie.referral.News;
import org.hejie.referral.NewsFeed;
import org.hejie.referral.NewsType;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.ReferralChanged;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads news. Its head is locked until the commit, so that numbers have no gap and come in the order of the commits. */
@Component
class NewsRows implements NewsFeed {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    NewsRows(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** Something to be told. */
    record Told(NewsType type, long referral, @Nullable String outsideNo, Map<String, String> data) {
    }

    /** Tells a partner in one statement; last in a transaction, because it makes others wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Partner partner, Instant at, List<Told> told) {
        if (told.isEmpty()) {
            return;
        }
        long first = take(partner.system(), told.size());
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            numbers.add(first + i);
        }
        jdbc.sql("""
                insert into referral.news (partner, seq, type, referral_id, at, data, visible_to)
                select :partner, n.seq, n.type, n.referral, :at, n.data, :visibleTo
                  from unnest(:numbers::bigint[], :types::text[], :referrals::bigint[], :data::text[]) as n (seq, type, referral, data)
                """)
                .param("partner", partner.system().name()).param("at", Times.utc(at)).param("visibleTo", partner.keys())
                .param("numbers", numbers.toArray(Long[]::new))
                .param("types", told.stream().map(one -> one.type().name()).toArray(String[]::new))
                .param("referrals", told.stream().map(Told::referral).toArray(Long[]::new))
                .param("data", told.stream().map(one -> json.writeValueAsString(one.data())).toArray(String[]::new))
                .update();
        for (int i = 0; i < told.size(); i++) {
            Told one = told.get(i);
            events.publishEvent(new ReferralChanged(partner.system(), one.referral(), one.outsideNo(), one.type(), first + i, at));
        }
    }

    private long take(PartnerSystem partner, int count) {
        return jdbc.sql("""
                insert into referral.news_head as h (partner, last) values (:partner, :count)
                on conflict (partner) do update set last = h.last + :count
                returning last
                """).param("partner", partner.name()).param("count", count).query(Long.class).single() - count + 1;
    }

    @Override
    @Transactional(readOnly = true)
    public List<News> after(PartnerSystem partner, long seq, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return jdbc.sql("""
                select n.seq, n.type, n.referral_id, r.outside_no, n.at, n.data
                  from referral.news n
                  left join referral.referral r on r.id = n.referral_id
                 where n.partner = :partner and n.seq > :seq
                 order by n.seq
                 limit :limit
                """).param("partner", partner.name()).param("seq", seq).param("limit", limit)
                .query((row, number) -> new News(partner, row.getLong("seq"), NewsType.valueOf(row.getString("type")),
                        row.getLong("referral_id"), row.getString("outside_no"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("data"), TEXTS)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long last(PartnerSystem partner) {
        return jdbc.sql("select last from referral.news_head where partner = :partner").param("partner", partner.name())
                .query(Long.class).optional().orElse(0L);
    }
}
