package org.hejie.matter.supervision.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.matter.supervision.CardLevel;
import org.hejie.matter.supervision.internal.CardRule.When;
import org.hejie.shared.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL by which the rules look for what calls for a card and has not had one. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A clock that has run out. @param unit in whose hands the matter lies */
    record Overdue(MatterId matter, String occurrence, Instant dueAt, long unit) {
    }

    /**
     * Running clocks of the rule that are past, the oldest first. No clock of a matter runs out before its next deadline does: by that
     * PostgreSQL finds the few overdue matters in their index instead of asking for the clocks of all that are open.
     */
    List<Overdue> overdue(CardRule rule, When.ClockOverdue when, Instant now, int most) {
        return jdbc.sql("""
                select c.matter_id, c.key || '/' || c.run as occurrence, c.due_at, coalesce(m.lead_unit, m.first_owner) as unit
                  from matter.clock c
                  join matter.matter m on m.id = c.matter_id
                 where c.stopped_at is null and c.paused_at is null and c.due_at < :now and c.key = any (:clocks)
                   and m.open and case when m.due_at is null then 'infinity' else m.due_at end < :now
                   and not exists (select 1 from matter.card_occurrence o
                                    where o.matter_id = c.matter_id and o.rule = :rule
                                      and o.occurrence = c.key || '/' || c.run)
                 order by c.due_at
                 limit :most
                """)
                .param("now", Times.utc(now)).param("clocks", when.clocks().toArray(String[]::new)).param("rule", rule.code())
                .param("most", most)
                .query((row, number) -> new Overdue(new MatterId(row.getLong("matter_id")), row.getString("occurrence"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getLong("unit")))
                .list();
    }

    /** Cards of that level whose answer is late. */
    List<Card> unanswered(CardRule rule, CardLevel level, Instant now, int most) {
        return jdbc.sql("""
                select c.id, c.matter_id, c.unit_id, c.level, c.state, c.issued_by, c.replied_by, c.reply_by, c.version
                  from matter.card c
                 where c.state in ('ISSUED', 'ACKNOWLEDGED', 'SENT_BACK') and c.reply_by < :now and c.level = :level
                   and not exists (select 1 from matter.card_occurrence o
                                    where o.matter_id = c.matter_id and o.rule = :rule and o.occurrence = 'card-' || c.id)
                 order by c.reply_by
                 limit :most
                """)
                .param("now", Times.utc(now)).param("level", level.name()).param("rule", rule.code()).param("most", most)
                .query((row, number) -> CardStore.card(row)).list();
    }

    Optional<Facts> facts(MatterId matter) {
        return jdbc.sql("""
                select m.return_count, m.extension_count, m.reopen_seq, m.step_seq,
                       coalesce(last.lead_unit, m.lead_unit, m.first_owner) as lead, coalesce(last.auto_signed, false) as auto_signed,
                       (select s.lead_unit from matter.step s where s.matter_id = m.id and s.outcome = 'RETURNED'
                         order by s.seq desc limit 1) as returned_by,
                       exists (select 1 from matter.event e
                                where e.matter_id = m.id and e.action = 'EVALUATE' and e.data like '%"DISSATISFIED"%'
                                  and exists (select 1 from matter.event r
                                               where r.matter_id = m.id and r.action = 'REOPEN' and r.seq < e.seq)) as again
                  from matter.matter m
                  left join lateral (select s.lead_unit, s.auto_signed from matter.step s where s.matter_id = m.id
                                      order by s.seq desc limit 1) last on true
                 where m.id = :id
                """).param("id", matter.value())
                .query((row, number) -> new Facts(matter, row.getLong("lead"), row.getObject("returned_by", Long.class),
                        row.getInt("step_seq"), row.getBoolean("auto_signed"), row.getInt("return_count"),
                        row.getInt("extension_count"), row.getInt("reopen_seq"), row.getBoolean("again")))
                .optional();
    }
}
