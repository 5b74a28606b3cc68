package org.hejie.referral.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hejie.calendar.Calendars;
import org.hejie.calendar.Limit;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PastReferrals;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes past referrals from the matters themselves. */
@Service
class KeptPastReferrals implements PastReferrals {

    private final Partners partners;
    private final ReferralRules rules;
    private final Calendars calendars;
    private final PastSupport support;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptPastReferrals(Partners partners, ReferralRules rules, Calendars calendars, PastSupport support, JdbcClient jdbc, Clock clock) {
        this.partners = partners;
        this.rules = rules;
        this.calendars = calendars;
        this.support = support;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int ofTheLines() {
        int written = 0;
        Instant since = aYearAgo();
        for (PartnerSystem system : List.of(PartnerSystem.COURT, PartnerSystem.POLICE, PartnerSystem.PETITION)) {
            written += insert(partners.writing(system), since);
        }
        steps();
        dueOpen();
        return written;
    }

    @Override
    @Transactional
    public int ofTheProcuratorate() {
        int written = support.write(partners.writing(PartnerSystem.PROSECUTION), aYearAgo());
        steps();
        dueOpen();
        return written;
    }

    /** From the beginning of that day, so that the amounts of a year do not hang on the hour. */
    private Instant aYearAgo() {
        return Times.dateOf(clock.instant()).minusYears(1).atStartOfDay(Times.ZONE).toInstant();
    }

    /** Limits of what has ended are reckoned in days alone: nobody waits for them. */
    private int insert(Partner partner, Instant since) {
        return jdbc.sql("""
                with sent as (
                    select m.*, case when :system = 'POLICE' then 'DIVERTED_ALARM' when :system = 'PETITION' then 'PETITION_MEDIATION'
                                     when m.id % 20 = 0 then 'ENTRUSTED' when m.id % 20 < 3 then 'ENTRUSTED_SUMMARY' else 'APPOINTED' end as kind,
                           case when m.never_mediate then 'DECLINED'
                                when m.result_at is not null then 'ANSWERED'
                                when not m.open then 'WITHDRAWN'
                                when m.signed_at is not null then 'SIGNED' else 'RECEIVED' end as as_referral
                      from matter.matter m
                     where m.line = :line and m.outside_no is not null and m.registered_at >= :since
                       and not exists (select 1 from referral.referral r where r.system = :system and r.direction = 'IN' and r.outside_no = m.outside_no)
                )
                insert into referral.referral (id, system, direction, outside_no, kind, state, matter_id, amount, people, both_consent, consent_proof,
                    sent_at, received_at, received_by, sign_by, signed_at, limit_text, due_at, outcome, undisputed, reason, answered_at, ended_at,
                    content_hash, version, visible_to)
                select id, :system, 'IN', outside_no, kind, as_referral, case when as_referral <> 'DECLINED' then id end, amount, people, true, '调解意愿书',
                       registered_at, registered_at, 0, registered_at + interval '1 day',
                       case when as_referral in ('SIGNED', 'ANSWERED') then coalesce(signed_at, dispatched_at, registered_at) end,
                       '30cd', coalesce(signed_at, registered_at) + interval '30 days',
                       case when as_referral = 'ANSWERED' then
                           case when result_kind in ('AGREEMENT_WRITTEN', 'AGREEMENT_ORAL', 'PERFORMED_ON_SPOT', 'SETTLED') then 'AGREED' else 'NOT_AGREED' end end,
                       case when as_referral = 'ANSWERED' and result_kind not in ('AGREEMENT_WRITTEN', 'AGREEMENT_ORAL', 'PERFORMED_ON_SPOT', 'SETTLED')
                            then '双方对纠纷的起因和经过没有争议，分歧在责任和数额。' end,
                       case as_referral when 'DECLINED' then 'DOMESTIC_VIOLENCE' when 'WITHDRAWN' then 'TAKEN_BACK'
                            when 'ANSWERED' then case when result_kind in ('AGREEMENT_WRITTEN', 'AGREEMENT_ORAL', 'PERFORMED_ON_SPOT', 'SETTLED') then null else 'NOT_AGREED' end end,
                       case when as_referral = 'ANSWERED' then result_at end,
                       case as_referral when 'ANSWERED' then result_at when 'DECLINED' then registered_at when 'WITHDRAWN' then coalesce(closed_at, registered_at) end,
                       sha256(convert_to(outside_no, 'utf8')), 1, :visibleTo
                  from sent
                """).param("system", partner.system().name()).param("line", partner.system().line().digit()).param("since", Times.utc(since))
                .param("visibleTo", partner.keys()).update();
    }

    private void steps() {
        jdbc.sql("""
                insert into referral.step (referral_id, seq, act, at, actor_kind, actor, reason)
                select r.id, 1, 'SIGNED', r.signed_at, 'SYSTEM', 0, null from referral.referral r
                 where r.received_by = 0 and r.signed_at is not null
                   and not exists (select 1 from referral.step s where s.referral_id = r.id)
                """).update();
        jdbc.sql("""
                insert into referral.step (referral_id, seq, act, at, actor_kind, actor, reason)
                select r.id, case when r.signed_at is null then 1 else 2 end, r.state, r.ended_at, 'SYSTEM', 0, coalesce(r.outcome, r.reason)
                  from referral.referral r
                 where r.received_by = 0 and r.ended_at is not null
                   and not exists (select 1 from referral.step s where s.referral_id = r.id and s.act = r.state)
                """).update();
    }

    private record Open(long id, String kind, Instant receivedAt, @Nullable Instant signedAt) {
    }

    /** What is open runs by the calendar. */
    private void dueOpen() {
        List<Open> open = jdbc.sql("select id, kind, received_at, signed_at from referral.referral where received_by = 0 and ended_at is null")
                .query((row, number) -> new Open(row.getLong(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(),
                        Times.instant(row.getObject(4, OffsetDateTime.class)))).list();
        List<Long> ids = new ArrayList<>();
        List<String> dues = new ArrayList<>();
        for (Open one : open) {
            Instant due = one.signedAt() == null ? calendars.county().due(one.receivedAt(), rules.sign()).dueAt()
                    : calendars.county().due(one.signedAt(), Limit.parse(rules.known(one.kind()).limit())).dueAt();
            ids.add(one.id());
            dues.add(due.toString());
        }
        jdbc.sql("""
                update referral.referral r set due_at = d.due from unnest(:ids::bigint[], :dues::timestamptz[]) as d (id, due) where r.id = d.id
                """).param("ids", ids.toArray(Long[]::new)).param("dues", dues.toArray(String[]::new)).update();
    }
}
