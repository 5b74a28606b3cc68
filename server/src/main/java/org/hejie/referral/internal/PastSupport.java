package org.hejie.referral.internal;

import java.time.Duration;
import java.time.Instant;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Past referrals between centre and procuratorate (检调), from the matters of labour it had a part in. */
@Component
class PastSupport {

    private final JdbcClient jdbc;
    private final Ids ids;

    PastSupport(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    int write(Partner partner, Instant since) {
        return led(partner, since) + ended(partner, since) + sentBack(partner, since);
    }

    /** What it leads came by its own asking and is open as the matter is. */
    private int led(Partner partner, Instant since) {
        return jdbc.sql("""
                insert into referral.referral (id, system, direction, outside_no, kind, state, matter_id, cause, amount, people, both_consent, consent_proof,
                    sent_at, received_at, received_by, sign_by, signed_at, limit_text, due_at, content_hash, version, visible_to)
                select m.id, 'PROSECUTION', 'IN', '演检民支〔' || extract(year from m.registered_at) || '〕' || 50 + row_number() over (order by m.registered_at, m.id) || '号',
                       'SUPPORT_PROSECUTION', case when m.signed_at is null then 'RECEIVED' else 'SIGNED' end, m.id, '追索劳动报酬纠纷', m.amount, m.people, true, '支持起诉申请书',
                       m.registered_at, m.registered_at, 0, m.registered_at + interval '1 day', m.signed_at, '15cd',
                       coalesce(m.signed_at, m.registered_at) + interval '15 days', sha256(convert_to(m.code, 'utf8')), 1, :visibleTo
                  from matter.matter m
                 where m.category like '04%' and m.open and m.lead_unit = :unit and m.registered_at >= :since
                   and not exists (select 1 from referral.referral r where r.id = m.id)
                """).param("unit", partner.unit().value()).param("since", Times.utc(since)).param("visibleTo", partner.keys()).update();
    }

    /** Two of three asked for by the procuratorate, the third a clue of the centre, of which it now and then takes none up. */
    private int ended(Partner partner, Instant since) {
        return jdbc.sql("""
                with joined as (
                    select m.*, row_number() over (order by m.registered_at, m.id) as place,
                           m.result_kind in ('AGREEMENT_WRITTEN', 'AGREEMENT_ORAL', 'PERFORMED_ON_SPOT', 'SETTLED') as agreed
                      from matter.matter m
                     where m.category like '04%' and not m.open and m.result_at is not null and m.registered_at >= :since
                       and m.lead_unit <> :unit and :unit = any (m.visible_to)
                )
                insert into referral.referral (id, system, direction, outside_no, kind, state, matter_id, cause, text, amount, people, both_consent,
                    consent_proof, sent_at, received_at, received_by, sign_by, signed_at, limit_text, due_at, outcome, answer, answered_at, ended_at,
                    content_hash, version, visible_to)
                select id, 'PROSECUTION', case when place % 3 = 0 then 'OUT' else 'IN' end,
                       '演检民支〔' || extract(year from registered_at) || '〕' || place + 1 || '号',
                       case when place % 3 = 0 then 'WAGE_CLUE' else 'SUPPORT_PROSECUTION' end, 'ANSWERED', id, '追索劳动报酬纠纷',
                       case when place % 3 = 0 then '工人无力委托代理，企业经催告仍未支付，请研究是否支持起诉。' end, amount, people, place % 3 > 0,
                       case when place % 3 > 0 then '支持起诉申请书' end, dispatched_at, dispatched_at, 0, dispatched_at + interval '1 day',
                       coalesce(signed_at, dispatched_at), '15cd', coalesce(signed_at, dispatched_at) + interval '15 days',
                       case when place % 3 = 0 then case when place % 6 = 0 then 'NOT_SUPPORTED' else 'DONE' end when agreed then 'AGREED' else 'DONE' end,
                       case when place % 3 > 0 then case when agreed then '双方已达成协议，分期支付。' else '未达成一致，材料已移送，建议支持起诉。' end
                            when place % 6 = 0 then '申请人已委托律师，不符合支持起诉条件。' else '已受理，支持起诉意见书已送达法院。' end,
                       result_at, result_at, case when place % 3 > 0 then sha256(convert_to(code, 'utf8')) end, 1, :visibleTo
                  from joined
                 where not exists (select 1 from referral.referral r where r.id = joined.id)
                """).param("unit", partner.unit().value()).param("since", Times.utc(since)).param("visibleTo", partner.keys()).update();
    }

    /** Sent without the workers' list and vouchers; it names no matter. */
    private int sentBack(Partner partner, Instant since) {
        Instant came = since.plus(Duration.ofDays(10));
        return jdbc.sql("""
                insert into referral.referral (id, system, direction, outside_no, kind, state, cause, people, both_consent, sent_at, received_at, received_by,
                    sign_by, due_at, reason, reason_text, ended_at, content_hash, version, visible_to)
                select :id, 'PROSECUTION', 'IN', '演检民支〔' || extract(year from :at::timestamptz) || '〕1号', 'SUPPORT_PROSECUTION', 'DECLINED',
                       '追索劳动报酬纠纷', 6, false, :at, :at, 0, :at::timestamptz + interval '1 day', :at::timestamptz + interval '1 day', 'INCOMPLETE',
                       '缺工人名单、考勤和欠条，补齐后请再移送。', :at::timestamptz + interval '3 hours', sha256(convert_to('演检民支', 'utf8')), 1, :visibleTo
                 where not exists (select 1 from referral.referral r where r.system = 'PROSECUTION' and r.state = 'DECLINED')
                """).param("id", ids.next()).param("at", Times.utc(came)).param("visibleTo", partner.keys()).update();
    }
}
